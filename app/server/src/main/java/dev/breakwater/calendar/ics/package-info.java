/** Calendars as files and feeds: iCalendar, RFC 5545. */
@NullMarked
package dev.breakwater.calendar.ics;

import org.jspecify.annotations.NullMarked;
