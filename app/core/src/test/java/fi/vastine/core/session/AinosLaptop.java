package fi.vastine.core.session;

import fi.vastine.contract.id.CaseId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A laptop with real files that nobody has signed in on yet, and a small backend with a case of each of two units. */
abstract class AinosLaptop {
    final SmallBackend backend = new SmallBackend();
    final SteppingClock clock = new SteppingClock();
    final CaseId ward = backend.receive(SmallBackend.WARD, "Jonotin puhelimessa 50 minuuttia.");
    final CaseId clinic = backend.receive(SmallBackend.CLINIC, "Kiitos!");

    @TempDir
    Path folder;

    @TempDir
    Path mutants;

    Laptop laptop;
    LaptopDisk disk;

    @BeforeEach
    final void takeLaptop() {
        laptop = new Laptop(folder, backend, clock, "aino");
        disk = new LaptopDisk(laptop, folder, clock, mutants);
    }

    @AfterEach
    final void close() {
        laptop.close();
        backend.close();
    }
}
