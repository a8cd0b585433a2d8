package fi.vastine.core.session;

/** What goes wrong with one request. */
enum Fault {
    /** Nothing: the fault after it is for the request after. */
    NONE,
    /** It is done, but the answer never arrives. */
    ANSWER_LOST,
    /** The answer ends before its last line. */
    CUT_SHORT,
    PROXY_PAGE,
    /** Wants to be left alone for ten minutes. */
    TOO_MANY,
    TOO_LARGE,
    BUSY,
    TOO_OLD,
    /** Refused without a word of ours, as by something in between. */
    UNAUTHORISED,
    /** Refused by the backend itself. */
    FORBIDDEN,
    /** Refused without a word of ours. */
    BARE_FORBIDDEN,
    NOT_FOUND,
    BARE_NOT_FOUND,
    INTERNAL,
    BARE_INTERNAL,
    /** Of the right type, with a list in it that has nothing. */
    EMPTY_LIST,
    /** Of the right type, and nothing more. */
    EMPTY_BODY,
    /** Gone, without a word of ours. */
    BARE_GONE,
    /** The session has ended, says the backend itself. */
    SESSION_ENDED,
    /** Of the right type, with nothing where a line should be. */
    NULL_LINE,
    /** Of the right type, with a line that says nothing. */
    EMPTY_OBJECT,
    /** A whole page, with a scope that says that there is nothing any more. */
    EMPTY_SCOPE,
    /** A scope that says that there is nothing any more, and no end of the page. */
    SCOPE_CUT_SHORT
}
