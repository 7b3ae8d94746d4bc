/** Ten lines of shell are an agent; these enrol one. */
export const enrolCommand = (origin: string, token: string) => `curl -fsS ${origin}/agent/v1/enroll \\
  -H 'Content-Type: application/json' -d @- <<END
{"enrollmentToken": "${token}", "name": "$(hostname)", "platform": "nixos",
 "machineId": "$(cat /etc/machine-id)", "current": {"ref": "$(readlink -f /run/current-system)"}}
END`;
