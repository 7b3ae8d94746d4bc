package dev.breakwater.host;

import java.util.regex.Pattern;

/** What Kubernetes allows in label keys and values, so that selectors read the same here and there. */
final class LabelSyntax {
    static final String KEY_RULE =
            "a key is [prefix/]name: name up to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends; prefix a DNS name";
    static final String VALUE_RULE =
            "a value is empty or up to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern DNS = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*");

    private LabelSyntax() {}

    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? isName(key) : isDnsName(key.substring(0, slash)) && isName(key.substring(slash + 1));
    }

    static boolean isValue(String value) {
        return value.isEmpty() || isName(value);
    }

    static boolean isDnsName(String name) {
        return DNS.matcher(name).matches();
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
