/**
 * The way to the backend over HTTP: proxies, authorities, requests, timeouts, and the check that an answer is the backend's own.
 *
 * <p>The only place that knows OkHttp, and the scripts that choose proxies. What to ask and when is decided in {@code sync}; nothing is tried again here.
 */
@NullMarked
package fi.vastine.core.http;

import org.jspecify.annotations.NullMarked;
