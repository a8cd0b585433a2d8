/**
 * Campaigns: who asks what where and when, and how many have answered so far.
 *
 * <p>For the quality team, which plans and ends them. What a campaign is and what keeps one from being planned is in the contract;
 * how a collector is offered it is in {@code desktop.interview}.
 */
@NullMarked
package fi.vastine.desktop.campaign;

import org.jspecify.annotations.NullMarked;
