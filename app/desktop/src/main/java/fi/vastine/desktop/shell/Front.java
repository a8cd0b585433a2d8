package fi.vastine.desktop.shell;

/** Which of a list and its detail stands in front where there is room for one of them only. */
public enum Front {
    LIST,
    DETAIL
}
