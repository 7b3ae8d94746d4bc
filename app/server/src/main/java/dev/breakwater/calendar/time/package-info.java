/** When the entries of a calendar begin and end: recurrence, zones, daylight saving. Pure. */
@NullMarked
package dev.breakwater.calendar.time;

import org.jspecify.annotations.NullMarked;
