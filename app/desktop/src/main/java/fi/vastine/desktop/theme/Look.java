package fi.vastine.desktop.theme;

/** Which colours a person wants: the system's, or always the same. */
public enum Look {
    SYSTEM,
    LIGHT,
    DARK
}
