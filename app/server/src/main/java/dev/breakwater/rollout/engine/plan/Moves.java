package dev.breakwater.rollout.engine.plan;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The moves of a wave's hosts, each made when it is looked at. */
final class Moves extends AbstractList<PlannedHost> implements RandomAccess {

    private final Hosts hosts;

    Moves(Hosts hosts) {
        this.hosts = hosts;
    }

    static Hosts hosts(List<PlannedHost> moves) {
        if (moves instanceof Moves planned) {
            return planned.hosts;
        }
        throw new IllegalArgumentException("not of a planner");
    }

    @Override
    public PlannedHost get(int host) {
        return hosts.roster().move(hosts.row(host));
    }

    @Override
    public int size() {
        return hosts.size();
    }
}
