package fi.vastine.desktop.shell;

/** Whether single letters act as keys (WCAG 2.1.4: they can be switched off). */
public enum SingleLetters {
    ON,
    OFF
}
