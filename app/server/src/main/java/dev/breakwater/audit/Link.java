package dev.breakwater.audit;

import org.jspecify.annotations.Nullable;

/** An entry as it is kept: with the hash it follows and its own, in hex. */
record Link(Entry entry, String previousHash, String hash) {
    static Link after(@Nullable Link last, Entry entry) {
        var previous = last == null ? Entry.GENESIS : last.hash();
        return new Link(entry, previous, entry.hash(previous));
    }

    /** False if the row was changed after it was written, or does not follow the one before it. */
    boolean follows(@Nullable Link last) {
        var seq = last == null ? 1 : last.entry().seq() + 1;
        return entry.seq() == seq && equals(after(last, entry));
    }
}
