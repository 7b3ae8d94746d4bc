package dev.breakwater.host;

/** Foreign text made fit for a message: short, and without control characters. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String brief(String text) {
        String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
