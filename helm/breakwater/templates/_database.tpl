{{- define "breakwater.cluster" -}}
{{ include "breakwater.fullname" . }}-db
{{- end }}

{{- define "breakwater.databaseUrl" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
jdbc:postgresql://{{ include "breakwater.cluster" . }}-rw:5432/breakwater?sslmode=verify-full&sslrootcert=/run/database-ca/ca.crt
{{- else -}}
{{ required "database.external.url is required: jdbc:postgresql://host:5432/breakwater" .Values.database.external.url }}
{{- end }}
{{- end }}

{{- define "breakwater.databaseSecret" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
{{ default (printf "%s-app" (include "breakwater.cluster" .)) .Values.database.cloudnativepg.existingSecret }}
{{- else -}}
{{ required "database.external.existingSecret is required: a Secret with the database's user name and password" .Values.database.external.existingSecret }}
{{- end }}
{{- end }}

{{- define "breakwater.databaseUsernameKey" -}}
{{ ternary "username" .Values.database.external.usernameKey (eq .Values.database.mode "cloudnativepg") }}
{{- end }}

{{- define "breakwater.databasePasswordKey" -}}
{{ ternary "password" .Values.database.external.passwordKey (eq .Values.database.mode "cloudnativepg") }}
{{- end }}
