package dev.breakwater.host;

/** A host before and after one of its reports. */
public record Facts(HostFacts before, HostFacts after) {}
