package fi.vastine.core.http;

/** Why a script that chooses the proxy is not heard; connections then go straight. */
public enum ProxyTrouble {
    /** It cannot be had: no such file, no answer, or another one. */
    SCRIPT_UNREACHABLE,
    /** It is no script, or says nothing that makes sense. */
    SCRIPT_BROKEN,
    /** It does not come to an end in time. */
    SCRIPT_SLOW
}
