package fi.vastine.desktop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;

/** The rules of the structure, over every module at once; each says why it is there. */
@AnalyzeClasses(packages = "fi.vastine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<Class<?>> CLOCKS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    @ArchTest
    static final ArchRule coreKnowsNoScreen = noClasses()
            .that()
            .resideInAPackage("fi.vastine.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "fi.vastine.desktop..", "fi.vastine.backend..")
            .because("what a laptop keeps and sends must work, and be tested, without a screen");

    @ArchTest
    static final ArchRule backendKnowsTheContractOnly = noClasses()
            .that()
            .resideInAPackage("fi.vastine.backend..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fi.vastine.core..", "fi.vastine.desktop..")
            .because("backend and laptop meet in the contract and nowhere else");

    @ArchTest
    static final ArchRule desktopKnowsNoBackend = noClasses()
            .that()
            .resideInAPackage("fi.vastine.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fi.vastine.backend..")
            .because("the installed program carries no server");

    @ArchTest
    static final ArchRule viewModelsHaveNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("a view model is tested with no toolkit");

    @ArchTest
    static final ArchRule databasesStayInTheirStores = noClasses()
            .that()
            .resideOutsideOfPackages("..store..", "..outbox..", "..replica..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.hsqldb.."))
            .because("SQL outside a store cannot be held to the store's promises");

    @ArchTest
    static final ArchRule httpStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("fi.vastine.core.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..")
            .because("a simulation puts another transport in its place");

    @ArchTest
    static final ArchRule threadsOfTheDesktopAreInOnePlace = noClasses()
            .that()
            .resideInAPackage("fi.vastine.desktop..")
            .and()
            .resideOutsideOfPackage("fi.vastine.desktop.fx..")
            .should()
            .accessTargetWhere(startsThreads())
            .because("who wants to know what runs where reads one package");

    @ArchTest
    static final ArchRule featuresDoNotImportEachOther = slices().matching("fi.vastine.desktop.(*)..")
            .namingSlices("feature $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    describe(
                            "the ground and the frame",
                            each -> isIn(each, "fx")
                                    || isIn(each, "text")
                                    || isIn(each, "theme")
                                    || isIn(each, "control")
                                    || isIn(each, "casework")
                                    || isIn(each, "entered")
                                    || isIn(each, "shell")))
            .because("Desktop puts the features into the frame; any of them can be read, or taken out, alone");

    @ArchTest
    static final ArchRule noCyclesInCore = slices().matching("fi.vastine.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("it is read from the bottom up");

    @ArchTest
    static final ArchRule noCyclesInTheDesktop = slices().matching("fi.vastine.desktop.(*)..")
            .should()
            .beFreeOfCycles()
            .because("it is read from the bottom up");

    @ArchTest
    static final ArchRule noCyclesInTheBackend = slices().matching("fi.vastine.backend.(*)..")
            .should()
            .beFreeOfCycles()
            .because("it is read from the bottom up");

    @ArchTest
    static final ArchRule nothingIsPrinted =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("logs carry no personal data; prints know no such rule");

    @ArchTest
    static final ArchRule noAwtInTheDesktop = noClasses()
            .that()
            .resideInAPackage("fi.vastine.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt..")
            .because("a second toolkit costs start-up time and fails without a display");

    @ArchTest
    static final ArchRule timeIsGiven = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .callMethodWhere(describe("reads the machine's clock", ArchitectureTest::readsTheClock))
            .because("deadlines must be testable on any day; only a Main takes the machine's clock");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data)")
            .because("such a name says that nobody knew what the class was for");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .filteredOn(each -> !each.getClasses().isEmpty())
                .allMatch(each -> isNullMarked(each), "is @NullMarked in its package-info");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getTarget().getName();
        boolean now = CLOCKS.stream().anyMatch(owner::isEquivalentTo)
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean system = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && method.startsWith("system");
        return now || system;
    }

    private static boolean isNullMarked(JavaPackage each) {
        return each.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    private static boolean isIn(JavaClass each, String feature) {
        return resideInAPackage("fi.vastine.desktop." + feature + "..").test(each);
    }

    private static DescribedPredicate<JavaAccess<?>> startsThreads() {
        return describe("starts a thread or reaches for the FX thread", access -> {
            AccessTarget target = access.getTarget();
            boolean runLater = target.getOwner().getName().equals("javafx.application.Platform")
                    && target.getName().equals("runLater");
            boolean executor = target.getOwner().isEquivalentTo(Executors.class);
            boolean thread = target.getOwner().isEquivalentTo(Thread.class)
                    && (target.getName().equals("<init>") || target.getName().startsWith("start"));
            return runLater || executor || thread;
        });
    }
}
