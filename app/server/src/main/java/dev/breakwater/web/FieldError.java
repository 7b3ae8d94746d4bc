package dev.breakwater.web;

/** One thing wrong with a request: where (a JSON pointer, or the name of a parameter or header) and the rule it breaks. */
public record FieldError(String pointer, String message) {}
