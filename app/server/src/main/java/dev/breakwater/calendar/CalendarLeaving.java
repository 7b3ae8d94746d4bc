package dev.breakwater.calendar;

/** Told before a calendar is deleted, in the same transaction: whoever still needs it refuses by throwing. */
public record CalendarLeaving(CalendarId calendar, String name) {}
