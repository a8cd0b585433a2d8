package fi.vastine.core.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondStartLearnsHowToReachTheFirst() {
        try (Profile first = Profile.open(folder)) {
            first.greetSecondStart("port 4711");

            AlreadyOpen refusal = catchThrowableOfType(AlreadyOpen.class, () -> Profile.open(folder));

            assertThat(refusal.greeting()).contains("port 4711");
        }
    }

    @Test
    void aSecondStartIsRefusedAlsoBeforeTheFirstHasLeftAGreeting() {
        try (Profile first = Profile.open(folder)) {
            AlreadyOpen refusal = catchThrowableOfType(AlreadyOpen.class, () -> Profile.open(first.folder()));

            assertThat(refusal.greeting()).isEmpty();
        }
    }

    @Test
    void aGreetingOfACopyThatDiedIsNotHandedOn() throws IOException {
        Files.writeString(folder.resolve("greeting"), "port 4711");

        try (Profile first = Profile.open(folder)) {
            AlreadyOpen refusal = catchThrowableOfType(AlreadyOpen.class, () -> Profile.open(first.folder()));

            assertThat(refusal.greeting()).isEmpty();
        }
    }

    @Test
    void aClosedProfileCanBeOpenedAgain() {
        Profile.open(folder).close();

        assertThatCode(() -> Profile.open(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void nobodyButTheOwnerLooksIntoTheProfile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path profile = folder.resolve("made/anew");

        Profile.open(profile).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)))
                .isEqualTo("rwx------");
    }

    @Test
    void allFoldersThatAreMadeAreTheOwnersFromTheirFirstMomentAndThoseAboveToo() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));

        OwnerOnly.make(folder.resolve("a/b/c"));

        for (String made : List.of("a", "a/b", "a/b/c")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))))
                    .as(made)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatBelongsToAnotherUserIsNotTakenIntoUse() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can make such a folder, so NOT tried");
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Files.setOwner(
                planted, planted.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThatThrownBy(() -> Profile.open(planted))
                .hasRootCauseMessage("The folder " + planted + " belongs to another user of this computer");
    }

    @Test
    void aLinkPlantedWhereAFileIsToBeWrittenIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(folder.resolve("settings.new"), elsewhere);
        Files.createSymbolicLink(folder.resolve("settings"), elsewhere);

        new DurableFile(folder, "settings").write("one".getBytes(UTF_8));

        assertThat(elsewhere).hasContent("untouched");
        assertThat(folder.resolve("settings")).hasContent("one").isRegularFile();
        assertThat(Files.isSymbolicLink(folder.resolve("settings"))).isFalse();
    }

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        DurableFile file = new DurableFile(folder, "settings");
        Files.writeString(folder.resolve("settings.new"), "left over from a crash");

        file.write("one".getBytes(UTF_8));
        file.write("two".getBytes(UTF_8));

        assertThat(folder.resolve("settings")).hasContent("two");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aWriteIsTurnedAwayBeforeTheReserveIsTouched() {
        AtomicLong usable = new AtomicLong(1_500);
        FreeSpace space = new FreeSpace(folder, 1_000, usable::get);

        assertThatCode(() -> space.require(500)).doesNotThrowAnyException();
        assertThatThrownBy(() -> space.require(501)).isInstanceOf(DiskFull.class);

        usable.set(1_501);
        assertThatCode(() -> space.require(501)).doesNotThrowAnyException();
    }

    @Test
    void aRealDiskTellsItsSpace() {
        assertThatCode(() -> new FreeSpace(folder, 0).require(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new FreeSpace(folder, 0).require(Long.MAX_VALUE))
                .isInstanceOf(DiskFull.class);
    }
}
