package dev.breakwater.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rendered manifests as the types of Kubernetes and its operators. A field that a type does not have is an error, so is a key twice. */
record Manifests(List<Object> objects) {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Pod", Pod.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("postgresql.cnpg.io/v1/Cluster", DatabaseCluster.class));

    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NoLeftovers())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The models keep fields they do not know; these tests want to hear of them. */
    private static final class NoLeftovers extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    static Manifests of(String rendered) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var objects = new ArrayList<>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(rendered)) {
            if (document != null) {
                objects.add(typed((Map<?, ?>) document));
            }
        }
        return new Manifests(List.copyOf(objects));
    }

    private static Object typed(Map<?, ?> document) {
        var name = document.get("apiVersion") + "/" + document.get("kind");
        var type = Objects.requireNonNull(TYPES.get(name), "no type for " + name);
        return STRICT.convertValue(document, type);
    }

    <T> T only(Class<T> type) {
        var found = all(type).toList();
        if (found.size() != 1) {
            throw new AssertionError("%d of %s".formatted(found.size(), type.getSimpleName()));
        }
        return found.getFirst();
    }

    <T> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    List<String> kinds() {
        return objects.stream()
                .map(object -> object.getClass().getSimpleName())
                .sorted()
                .toList();
    }

    Stream<PodSpec> pods() {
        return Stream.concat(
                all(Deployment.class)
                        .map(deployment -> deployment.getSpec().getTemplate().getSpec()),
                all(Pod.class).map(Pod::getSpec));
    }

    PodSpec server() {
        return only(Deployment.class).getSpec().getTemplate().getSpec();
    }
}
