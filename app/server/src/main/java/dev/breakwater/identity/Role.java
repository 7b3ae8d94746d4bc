package dev.breakwater.identity;

import java.util.Arrays;
import java.util.List;

/** What an actor may do. Each role includes those before it. */
public enum Role {
    VIEWER,
    OPERATOR,
    APPROVER,
    ADMIN;

    public List<Role> included() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
    }
}
