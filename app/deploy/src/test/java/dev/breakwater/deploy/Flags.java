package dev.breakwater.deploy;

import java.util.List;

/** One way to install the chart: its name, which is that of its golden file, its values, and the objects it adds to the least. */
record Flags(String name, String values, List<String> adds) {
    static final List<Flags> ALL = List.of(
            new Flags("least", "{}", List.of()),
            new Flags("ingress", """
                    ingress: {enabled: true, className: nginx, host: breakwater.example.org, tlsSecret: breakwater-tls,
                              annotations: {nginx.ingress.kubernetes.io/proxy-read-timeout: "120"}}
                    """, List.of("Ingress")),
            new Flags("gateway", """
                    gateway: {enabled: true, parentRefs: [{name: edge, namespace: gateways}], hostnames: [breakwater.example.org]}
                    """, List.of("HTTPRoute")),
            new Flags(
                    "autoscaling", "autoscaling: {enabled: true, maxReplicas: 6}", List.of("HorizontalPodAutoscaler")),
            new Flags("cloudnativepg", """
                    database:
                      mode: cloudnativepg
                      cloudnativepg:
                        storage: {size: 50Gi, storageClass: fast}
                        walStorage: {size: 10Gi}
                        parameters: {max_connections: "200"}
                        resources: {requests: {cpu: "1", memory: 2Gi}}
                        podMonitor: true
                        backup: {retentionPolicy: 30d}
                    networkPolicy: {enabled: true}
                    """, List.of("DatabaseCluster", "NetworkPolicy")),
            new Flags("network-policy", """
                    networkPolicy:
                      enabled: true
                      from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
                      databaseTo: [{ipBlock: {cidr: 192.0.2.10/32}}]
                      outboundTo: [{ipBlock: {cidr: 203.0.113.0/24}}]
                      outboundPorts: [443, 9090]
                      extraEgress: [{ports: [{port: 3128, protocol: TCP}]}]
                    """, List.of("NetworkPolicy")),
            new Flags("monitoring", """
                    metrics:
                      serviceMonitor: {enabled: true, existingSecret: breakwater-viewer, labels: {release: prometheus}}
                      prometheusRule: {enabled: true, runbook: "https://wiki.example.org/breakwater", labels: {release: prometheus}}
                      dashboard: {enabled: true}
                    """, List.of("ConfigMap", "PrometheusRule", "ServiceMonitor")),
            new Flags("pinned-and-extended", """
                    image: {repository: registry.example.org/breakwater, digest: "sha256:%s", pullSecrets: [registry]}
                    fullnameOverride: breakwater
                    commonLabels: {team: fleet}
                    settings: {BREAKWATER_HOST_OFFLINE_AFTER: PT10M, LOGGING_LEVEL_ROOT: warn}
                    javaOptions: -XX:+UseParallelGC
                    service: {type: LoadBalancer, port: 8443, annotations: {lb: internal}}
                    serviceAccount: {name: fleet, annotations: {who: me}}
                    runAsUser: null
                    podAnnotations: {a: b}
                    podLabels: {tier: control}
                    nodeSelector: {disk: ssd}
                    tolerations: [{key: control, operator: Exists, effect: NoSchedule}]
                    affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: arch, operator: In, values: [amd64]}]}]}}}
                    priorityClassName: high
                    extraEnv: [{name: HTTPS_PROXY, value: "http://proxy.example.org:3128"}]
                    extraEnvFrom: [{configMapRef: {name: more}}]
                    extraVolumes: [{name: ca, configMap: {name: company-ca}}]
                    extraVolumeMounts: [{name: ca, mountPath: /etc/company-ca, readOnly: true}]
                    extraObjects:
                      - {apiVersion: v1, kind: ConfigMap, metadata: {name: "{{ .Release.Name }}-more"}, data: {LANG: C.UTF-8}}
                    """.formatted("0123456789abcdef".repeat(4)), List.of("ConfigMap")),
            new Flags("bare", """
                    replicas: 1
                    podDisruptionBudget: {enabled: false}
                    topologySpread: {enabled: false}
                    serviceAccount: {create: false}
                    drainSeconds: 0
                    """, List.of("-PodDisruptionBudget", "-ServiceAccount")));

    String rendered() {
        return Chart.with(values);
    }

    @Override
    public String toString() {
        return name;
    }
}
