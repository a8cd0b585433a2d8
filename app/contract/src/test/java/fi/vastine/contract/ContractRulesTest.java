package fi.vastine.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "fi.vastine.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractRulesTest {
    @ArchTest
    static final ArchRule dependsOnAnnotationsOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "fi.vastine.contract..",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..")
            .because("both sides must be able to trust it: the JDK, and annotations of Jackson and JSpecify");

    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a decision must come out the same on laptop and backend, today and in a simulation");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = slices().matching("fi.vastine.contract.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each package can be read after the ones it builds on");
}
