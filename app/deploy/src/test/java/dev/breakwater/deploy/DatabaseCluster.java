package dev.breakwater.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;

/** What the chart may say in a Cluster of CloudNativePG, after the operator's API reference (1.27); no Java types of it are published. */
record DatabaseCluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            Storage storage,
            Storage walStorage,
            Postgresql postgresql,
            Affinity affinity,
            ResourceRequirements resources,
            Monitoring monitoring,
            Map<String, Object> backup) {}

    record Bootstrap(Initdb initdb) {}

    record Initdb(
            String database,
            String owner,
            String encoding,
            String localeCollate,
            String localeCType,
            Reference secret) {}

    record Reference(String name) {}

    record Storage(String size, String storageClass) {}

    record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

    record Synchronous(Method method, int number, Durability dataDurability) {}

    enum Method {
        any,
        first
    }

    enum Durability {
        required,
        preferred
    }

    record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

    record Monitoring(boolean enablePodMonitor) {}
}
