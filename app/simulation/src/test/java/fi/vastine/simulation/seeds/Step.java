package fi.vastine.simulation.seeds;

import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.simulation.wire.Wire;

/** One thing that happens; laptops are told by their place in the plan's cast. */
sealed interface Step {
    /** The laptop it happens to; -1 for none. */
    default int laptop() {
        return -1;
    }

    /** A person does something; what exactly follows from the roll and from what she sees. */
    record Act(int laptop, Doing doing, long roll) implements Step {}

    /** A laptop does what is due, at most so many exchanges. */
    record Work(int laptop, int exchanges) implements Step {}

    /** A laptop asks whether there is news. */
    record Listen(int laptop) implements Step {}

    record Disconnect(int laptop) implements Step {}

    record Connect(int laptop) implements Step {}

    /** Something will happen to an exchange to come. */
    record Disturb(int laptop, int nth, Wire.Fault fault, double part) implements Step {}

    /** What was late on the way arrives now. */
    record DeliverLate(int laptop) implements Step {}

    /** The power will go at a write to come. */
    record CrashAt(int laptop, int nth, Fragile.When when) implements Step {}

    record CrashNow(int laptop) implements Step {}

    record Restart(int laptop) implements Step {}

    record SignIn(int laptop) implements Step {}

    record TakeImage(int laptop) implements Step {}

    record RestoreImage(int laptop) implements Step {}

    /** The backend does what is due. */
    record BackendWorks() implements Step {}

    record RestartBackend() implements Step {}

    record Backup() implements Step {}

    /** The database is put back; the ledger beside it stays, or is lost with its disk. */
    record RestoreBackup(boolean ledgerLost) implements Step {}

    /** Something will happen to the next letter. */
    record Letter(Mailbag.Fate fate) implements Step {}

    /** A customer fills in the county's form; a page that is unsure posts it twice. */
    record Feedback(UnitId unit, boolean replyWished, boolean twice, long roll) implements Step {}

    /** Somebody stands in for another from today on. */
    record Substitute(PersonId away, PersonId substitute, int days) implements Step {}

    /** A person's grants of a role end, or hold again; 0 days for at once. */
    record EndGrant(PersonId person, int days) implements Step {}

    record GrantAgain(PersonId person) implements Step {}

    /** A unit ends, its work goes to another; its responsible person is another. */
    record EndUnit(UnitId unit, int days) implements Step {}

    record UnitAgain(UnitId unit) implements Step {}

    /** A unit goes into another: it ends, stands below that one, and is answered for by whoever answers for that one. */
    record MergeUnit(UnitId unit, UnitId into, int days) implements Step {}

    /** An administrator has a case erased; which one follows from the roll. */
    record Erase(long roll) implements Step {}

    /** A laptop was stolen, or is said to be: an administrator blocks it. */
    record Block(int laptop) implements Step {}

    /** All sessions of a person end, wherever she is signed in. */
    record Revoke(PersonId person) implements Step {}
}
