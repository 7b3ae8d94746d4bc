package dev.breakwater.fleetsim;

/** A host that the server knows, with the credential it was given and the system it runs. This is what a host keeps on its disk. */
record Enrolled(Identity identity, String hostId, String credential, Machine machine) {
    Enrolled with(Machine changed) {
        return new Enrolled(identity, hostId, credential, changed);
    }

    @Override
    public String toString() {
        return identity.name();
    }
}
