package dev.breakwater.host;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a host may be called. Like RFC 1123, and also {@code user@machine} for homes. */
final class HostNames {
    static final String RULE = "1 to 253 letters, digits, '-', '_', '.' or '@', with a letter or digit at both ends";
    static final String MACHINE_RULE = "1 to 128 letters, digits, '-', '_', '.' or ':'";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.@]{0,251}[A-Za-z0-9])?");
    private static final Pattern MACHINE = Pattern.compile("[-A-Za-z0-9_.:]{1,128}");

    private HostNames() {}

    static boolean isName(@Nullable String text) {
        return text != null && NAME.matcher(text).matches();
    }

    static boolean isMachineId(@Nullable String text) {
        return text != null && MACHINE.matcher(text).matches();
    }
}
