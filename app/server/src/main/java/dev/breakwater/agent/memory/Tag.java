package dev.breakwater.agent.memory;

/** An entity tag in its quotes, read as 96 bits without making an object. Anything else that a client may send is no tag here. */
public final class Tag {
    /** Hexadecimal digits between the quotes. */
    public static final int DIGITS = 24;

    private static final int HIGH_END = 17;

    private Tag() {}

    public static boolean is(String header) {
        if (header.length() != DIGITS + 2 || header.charAt(0) != '"' || header.charAt(DIGITS + 1) != '"') {
            return false;
        }
        for (var at = 1; at <= DIGITS; at++) {
            if (value(header.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    public static long high(String tag) {
        return number(tag, 1, HIGH_END);
    }

    public static int low(String tag) {
        return (int) number(tag, HIGH_END, DIGITS + 1);
    }

    private static long number(String tag, int from, int to) {
        var number = 0L;
        for (var at = from; at < to; at++) {
            number = number << 4 | value(tag.charAt(at));
        }
        return number;
    }

    private static int value(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    }
}
