/**
 * The folder one person's program keeps on this laptop.
 *
 * <p>Here live the folder with owner-only rights, the lock that makes a second start notice the first, writing of small files
 * that survives a power cut, and the watch over free space. What lies in the folder is another matter: keys, outbox and replica
 * have packages of their own, and nothing here knows SQL or cryptography.
 */
@NullMarked
package fi.vastine.core.profile;

import org.jspecify.annotations.NullMarked;
