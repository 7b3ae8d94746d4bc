package dev.breakwater.rollout.gate;

import java.net.InetAddress;

/** A block of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
record Block(InetAddress network, int bits) {

    /** Reads literal addresses only: no name is looked up. */
    static Block parse(String text) {
        var slash = text.indexOf('/');
        var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        var longest = network.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException(text + " has no such prefix");
        }
        return new Block(network, bits);
    }

    boolean contains(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
