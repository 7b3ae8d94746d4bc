export interface paths {
    "/agent/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent/v1/desired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["desired"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent/v1/enroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enroll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listApiTokens"];
        put?: never;
        post: operations["createApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getApiToken"];
        put?: never;
        post?: never;
        delete: operations["revokeApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCalendars"];
        put?: never;
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete: operations["deleteCalendar"];
        options?: never;
        head?: never;
        patch: operations["changeCalendar"];
        trace?: never;
    };
    "/api/v1/calendars/{id}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCalendarOpenings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOpenings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The same list without pages: Accept text/csv or application/x-ndjson. */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drift/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["summarizeDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollment-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEnrollmentTokens"];
        put?: never;
        post: operations["createEnrollmentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollment-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeEnrollmentToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listGates"];
        put?: never;
        post: operations["createGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getGate"];
        put?: never;
        post?: never;
        delete: operations["deleteGate"];
        options?: never;
        head?: never;
        patch: operations["changeGate"];
        trace?: never;
    };
    "/api/v1/gates/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tryGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listGenerations"];
        put?: never;
        post: operations["registerGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["quarantineGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["releaseGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHost"];
        put?: never;
        post?: never;
        delete: operations["deleteHost"];
        options?: never;
        head?: never;
        patch: operations["patchHost"];
        trace?: never;
    };
    "/api/v1/hosts/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explainHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHostHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/{id}/resolve-conflict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resolveConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/resolve-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resolveConflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProfiles"];
        put?: never;
        post: operations["createProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProfile"];
        put: operations["replaceProfile"];
        post?: never;
        delete: operations["deleteProfile"];
        options?: never;
        head?: never;
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/v1/profiles/{name}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resetProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProfileVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQuarantines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRollouts"];
        put?: never;
        post: operations["createRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRollout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRolloutEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explainRollout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRolloutGates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/gates/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listGateEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/halt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["haltRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRolloutHosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/override-calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["overrideCalendars"];
        delete: operations["restoreCalendars"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pauseRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["promoteRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rollBackRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["scheduleRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/skip-host": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["skipHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/{id}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["supersedeRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["previewRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rollouts/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["simulateRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post: operations["signIn"];
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStop"];
        put: operations["setStop"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUsers"];
        put?: never;
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch: operations["changeUser"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiToken: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
        };
        ApplyTime: {
            /** Format: int32 */
            hosts: number;
            /** Format: duration */
            median: string;
            /** Format: duration */
            p95: string;
        };
        Approval: {
            actor: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expiresAt: string;
            reason: string;
            void?: string | null;
            wave: string;
        };
        ApprovalRequest: {
            from?: string[] | null;
            /** Format: int32 */
            required?: number | null;
            /** Format: duration */
            validFor?: string | null;
        };
        Approvals: {
            from: string[];
            /** Format: int32 */
            required: number;
            /** Format: duration */
            validFor: string;
        };
        Artifact: {
            host?: string | null;
            ref: string;
            selector?: string | null;
        };
        AuditEntry: {
            action: string;
            actor: string;
            /** Format: date-time */
            at: string;
            hash: string;
            message: string;
            reason?: string | null;
            /** Format: int64 */
            seq: number;
            subject: string;
        };
        AuditVerification: {
            /** Format: int64 */
            firstBroken?: number | null;
            lastHash?: string | null;
            /** Format: int64 */
            rows: number;
            valid: boolean;
        };
        Awaited: {
            /** Format: uuid */
            rolloutId: string;
            /** Format: duration */
            soak: string;
        };
        BulkResolutionRequest: {
            decision?: ("ADOPT" | "KEEP") | null;
            reason?: string | null;
            selector?: string | null;
        };
        Calendar: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            entries: components["schemas"]["CalendarEntry"][];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "WINDOW" | "FREEZE";
            name: string;
            /** @enum {string} */
            overrun: "FINISH_HOSTS" | "FINISH_WAVE";
            /** Format: int64 */
            revision: number;
            selector: string;
            /** Format: date-time */
            updatedAt: string;
            zone: string;
        };
        CalendarEntry: {
            duration?: string | null;
            /** Format: date-time */
            end?: string | null;
            exdates: string[];
            rdates: string[];
            rrule?: string | null;
            /** Format: date-time */
            start: string;
            summary: string;
            zone?: string | null;
        };
        CalendarOpenings: {
            calendars: string[];
            /** Format: date-time */
            horizon: string;
            items: components["schemas"]["Opening"][];
            note?: string | null;
        };
        CalendarOverride: {
            actor: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        CalendarRequest: {
            entries?: components["schemas"]["CalendarEntry"][] | null;
            kind?: ("WINDOW" | "FREEZE") | null;
            name?: string | null;
            overrun?: ("FINISH_HOSTS" | "FINISH_WAVE") | null;
            selector?: string | null;
            zone?: string | null;
        };
        Check: {
            message?: string | null;
            name: string;
            /** @enum {string} */
            status: "PASS" | "FAIL" | "UNKNOWN";
        };
        ClaimGranted: {
            /** Format: int64 */
            epoch: number;
        };
        ClaimRequest: {
            /** Format: int64 */
            epoch?: number | null;
        };
        Dependency: {
            /** Format: uuid */
            rolloutId?: string | null;
            /** Format: duration */
            soak?: string | null;
        };
        DependencyStanding: {
            /** Format: date-time */
            metAt?: string | null;
            name: string;
            phase: string;
            /** Format: uuid */
            rolloutId: string;
            /** Format: duration */
            soak: string;
        };
        DesiredRef: {
            /** Format: int64 */
            epoch: number;
            generation?: string | null;
            /** Format: uuid */
            generationId?: string | null;
            ref: string;
            /** Format: uuid */
            rolloutId?: string | null;
            /** Format: date-time */
            since?: string | null;
        };
        DesiredState: {
            /** @enum {string} */
            action: "ACTIVATE" | "ROLLBACK" | "NONE";
            checks: components["schemas"]["Check"][];
            /** Format: int64 */
            deadlineSeconds?: number | null;
            /** Format: int64 */
            epoch: number;
            generation?: string | null;
            /** @enum {string} */
            mode: "SWITCH" | "BOOT" | "TEST_THEN_COMMIT";
            /** Format: int64 */
            pollSeconds: number;
            ref?: string | null;
            rollbackRef?: string | null;
        };
        Drift: {
            /** Format: int64 */
            ageSeconds: number;
            current?: string | null;
            desired?: string | null;
            detail: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            hostId: string;
            /** @enum {string} */
            kind: "NOT_DESIRED" | "UNKNOWN_REF" | "SELF_REVERTED" | "SILENT" | "CONFLICT" | "PENDING_BOOT" | "UNCOMMITTED" | "REBOOT_REQUIRED" | "LOCAL_CHANGES" | "LOCAL_PACKAGES" | "CONFIG_CHANGED" | "FAILED_UNITS" | "UNVERIFIED" | "ROLLBACK_AT_RISK" | "CONFLICTING_UPDATER";
            labels: {
                [key: string]: string;
            };
            name: string;
            /** @enum {string} */
            platform: "nixos" | "home-manager" | "ostree" | "rpm-ostree" | "bootc";
            /** @description why what it runs must not be offered to it any more, where that is quarantined */
            quarantine?: string | null;
        };
        DriftGroup: {
            group?: string | null;
            /** Format: int64 */
            hosts: number;
            kinds: {
                [key: string]: number;
            };
        };
        DriftSummary: {
            groupBy: string;
            items: components["schemas"]["DriftGroup"][];
        };
        Enrolled: {
            credential: string;
            /** Format: uuid */
            hostId: string;
            /** Format: int64 */
            pollSeconds: number;
        };
        EnrollmentRequest: {
            current?: components["schemas"]["ReportedRef"] | null;
            enrollmentToken: string;
            labels?: {
                [key: string]: string;
            } | null;
            machineId: string;
            name: string;
            /** @enum {string} */
            platform: "nixos" | "home-manager" | "ostree" | "rpm-ostree" | "bootc";
        };
        EnrollmentToken: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            description: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            labels: {
                [key: string]: string;
            };
            /** Format: int32 */
            maxUses: number;
            /** Format: int64 */
            revision: number;
            /** Format: int32 */
            uses: number;
        };
        Event: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            hostId?: string | null;
            message: string;
            /** Format: uuid */
            rolloutId?: string | null;
            subject: string;
            type: string;
            wave?: string | null;
        };
        EvidenceMeter: {
            /** Format: double */
            eValue: number;
            /** Format: double */
            expectedFailureRate: number;
            /** Format: int32 */
            failed: number;
            interval: components["schemas"]["Interval"];
            /** Format: int32 */
            judged: number;
            missProbability: components["schemas"]["Miss"][];
            /** Format: double */
            threshold: number;
            /** Format: double */
            upperBound: number;
        };
        Excluded: {
            /** Format: uuid */
            id: string;
            name: string;
            why: string;
        };
        Explanation: {
            /** Format: date-time */
            nextCheckAt?: string | null;
            rules: components["schemas"]["Rule"][];
            sentence: string;
            waitingFor?: string | null;
        };
        FieldError: {
            message: string;
            pointer: string;
        };
        Gate: {
            config: components["schemas"]["GateConfig"];
            /** Format: int32 */
            consecutiveErrors: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            dryRun: boolean;
            /** Format: uuid */
            id: string;
            /** Format: duration */
            interval: string;
            name: string;
            /** @enum {string} */
            onNoData: "WAIT" | "PAUSE" | "FAIL" | "PASS";
            /** Format: int64 */
            revision: number;
            secretSet: boolean;
            /** Format: duration */
            timeout: string;
            /** @enum {string} */
            type: "HEALTH" | "PROMETHEUS" | "WEBHOOK" | "ALERTMANAGER";
        };
        GateConfig: {
            /** Format: duration */
            callbackTimeout?: string | null;
            failure?: string | null;
            filters?: string[] | null;
            maxUnhealthy?: string | null;
            /** Format: double */
            minSamples?: number | null;
            onFiring?: ("PAUSE" | "FAIL") | null;
            query?: string | null;
            reduce?: ("MAX" | "MIN" | "AVG") | null;
            samplesQuery?: string | null;
            success?: string | null;
            url?: string | null;
        };
        GateEvaluation: {
            /** Format: date-time */
            at: string;
            gate: string;
            /** Format: uuid */
            id: string;
            link?: string | null;
            query?: string | null;
            raw?: string | null;
            /** Format: int64 */
            seq: number;
            /** Format: double */
            value?: number | null;
            /** @enum {string} */
            verdict: "PASS" | "NO_DATA" | "INCONCLUSIVE" | "ERROR" | "FAIL";
            wave: string;
            why: string;
        };
        GateRequest: {
            config?: components["schemas"]["GateConfig"] | null;
            /** Format: int32 */
            consecutiveErrors?: number | null;
            dryRun?: boolean | null;
            /** Format: duration */
            interval?: string | null;
            name?: string | null;
            onNoData?: ("WAIT" | "PAUSE" | "FAIL" | "PASS") | null;
            secret?: string | null;
            /** Format: duration */
            timeout?: string | null;
            type?: ("HEALTH" | "PROMETHEUS" | "WEBHOOK" | "ALERTMANAGER") | null;
        };
        GateTrial: {
            /** Format: date-time */
            at: string;
            link?: string | null;
            query?: string | null;
            raw?: string | null;
            /** Format: double */
            value?: number | null;
            /** @enum {string} */
            verdict: "PASS" | "NO_DATA" | "INCONCLUSIVE" | "ERROR" | "FAIL";
            why: string;
        };
        Generation: {
            /** Format: int32 */
            artifactCount: number;
            artifacts: components["schemas"]["Artifact"][];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: uuid */
            id: string;
            name: string;
            notes?: string | null;
            /** @enum {string} */
            platform: "nixos" | "home-manager" | "ostree" | "rpm-ostree" | "bootc";
            quarantined?: components["schemas"]["Quarantine"] | null;
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            rollback: "ALLOWED" | "APPROVAL" | "FORBIDDEN";
            source?: components["schemas"]["Source"] | null;
        };
        GlobalStop: {
            actor?: string | null;
            /** Format: date-time */
            at?: string | null;
            reason?: string | null;
            /** Format: int64 */
            revision: number;
            stopped: boolean;
        };
        Hold: {
            actor: string;
            reason: string;
            /** Format: date-time */
            until?: string | null;
        };
        Host: {
            booted?: components["schemas"]["RunningRef"] | null;
            conflict?: components["schemas"]["HostConflict"] | null;
            current?: components["schemas"]["RunningRef"] | null;
            desired?: components["schemas"]["DesiredRef"] | null;
            drift: components["schemas"]["HostDrift"][];
            hold?: components["schemas"]["Hold"] | null;
            /** Format: uuid */
            id: string;
            labels: {
                [key: string]: string;
            };
            lastGood?: components["schemas"]["RunningRef"] | null;
            /** Format: date-time */
            lastSeenAt?: string | null;
            name: string;
            /** @enum {string} */
            platform: "nixos" | "home-manager" | "ostree" | "rpm-ostree" | "bootc";
            quarantines: components["schemas"]["HostQuarantine"][];
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            state: "CONFLICT" | "HELD" | "SILENT" | "UPDATING" | "UNHEALTHY" | "DRIFTED" | "UNMANAGED" | "CURRENT";
        };
        HostConflict: {
            /** Format: int64 */
            epoch: number;
            /** Format: int64 */
            given: number;
            /** Format: date-time */
            since: string;
        };
        HostDrift: {
            detail: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** @enum {string} */
            kind: "NOT_DESIRED" | "UNKNOWN_REF" | "SELF_REVERTED" | "SILENT" | "CONFLICT" | "PENDING_BOOT" | "UNCOMMITTED" | "REBOOT_REQUIRED" | "LOCAL_CHANGES" | "LOCAL_PACKAGES" | "CONFIG_CHANGED" | "FAILED_UNITS" | "UNVERIFIED" | "ROLLBACK_AT_RISK" | "CONFLICTING_UPDATER";
        };
        HostHistoryEntry: {
            /** Format: date-time */
            at: string;
            generation?: string | null;
            /** Format: uuid */
            generationId?: string | null;
            /** Format: int64 */
            id: number;
            kind: string;
            reason?: string | null;
            ref?: string | null;
            /** Format: uuid */
            rolloutId?: string | null;
        };
        HostPatch: {
            hold?: components["schemas"]["NewHold"];
            labels?: {
                [key: string]: string;
            };
        };
        HostQuarantine: {
            generation: string;
            reason: string;
            ref: string;
            selector: string;
        };
        HostReport: {
            agentVersion?: string | null;
            bootComplete?: boolean | null;
            booted?: components["schemas"]["ReportedRef"] | null;
            bootId?: string | null;
            checks: components["schemas"]["Check"][];
            current?: components["schemas"]["ReportedRef"] | null;
            default?: components["schemas"]["ReportedRef"] | null;
            drift?: components["schemas"]["ReportedDrift"][] | null;
            /** Format: int64 */
            epoch?: number | null;
            message?: string | null;
            /** @enum {string} */
            phase: "IDLE" | "STAGED" | "ACTIVATING" | "ACTIVE" | "REVERTED" | "FAILED";
            raw?: components["schemas"]["Raw"] | null;
            staged?: components["schemas"]["ReportedRef"] | null;
        };
        Interval: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        IssuedApiToken: {
            /** Format: date-time */
            expiresAt?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
            token: string;
        };
        IssuedEnrollmentToken: {
            /** Format: uuid */
            id: string;
            token: string;
        };
        Lint: {
            /** @enum {string} */
            level: "WARNING" | "ERROR";
            message: string;
        };
        Miss: {
            /** Format: double */
            defectRate: number;
            /** Format: double */
            probability: number;
        };
        NewApiToken: {
            /** Format: duration */
            expiresIn?: string | null;
            name: string;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
        };
        NewEnrollmentToken: {
            description: string;
            /** Format: duration */
            expiresIn: string;
            labels: {
                [key: string]: string;
            };
            /** Format: int32 */
            maxUses: number;
        };
        NewGeneration: {
            agents?: {
                [key: string]: string;
            } | null;
            artifacts?: components["schemas"]["Artifact"][] | null;
            name: string;
            notes?: string | null;
            /** @enum {string} */
            platform: "nixos" | "home-manager" | "ostree" | "rpm-ostree" | "bootc";
            rollback?: ("ALLOWED" | "APPROVAL" | "FORBIDDEN") | null;
            source?: components["schemas"]["Source"] | null;
        };
        NewHold: {
            reason?: string;
            /** Format: date-time */
            until?: string;
        };
        NewUser: {
            name: string;
            password: string;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
        };
        Opening: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until?: string | null;
        };
        PageApiToken: {
            items: components["schemas"]["ApiToken"][];
            next?: string | null;
        };
        PageArtifact: {
            items: components["schemas"]["Artifact"][];
            next?: string | null;
        };
        PageAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
            next?: string | null;
        };
        PageCalendar: {
            items: components["schemas"]["Calendar"][];
            next?: string | null;
        };
        PageDrift: {
            items: components["schemas"]["Drift"][];
            next?: string | null;
        };
        PageEnrollmentToken: {
            items: components["schemas"]["EnrollmentToken"][];
            next?: string | null;
        };
        PageGate: {
            items: components["schemas"]["Gate"][];
            next?: string | null;
        };
        PageGateEvaluation: {
            items: components["schemas"]["GateEvaluation"][];
            next?: string | null;
        };
        PageGeneration: {
            items: components["schemas"]["Generation"][];
            next?: string | null;
        };
        PageHost: {
            items: components["schemas"]["Host"][];
            next?: string | null;
        };
        PageHostHistoryEntry: {
            items: components["schemas"]["HostHistoryEntry"][];
            next?: string | null;
        };
        PagePendingApproval: {
            items: components["schemas"]["PendingApproval"][];
            next?: string | null;
        };
        PageProfile: {
            items: components["schemas"]["Profile"][];
            next?: string | null;
        };
        PageQuarantineRow: {
            items: components["schemas"]["QuarantineRow"][];
            next?: string | null;
        };
        PageRollout: {
            items: components["schemas"]["Rollout"][];
            next?: string | null;
        };
        PageRolloutEvent: {
            items: components["schemas"]["RolloutEvent"][];
            next?: string | null;
        };
        PageRolloutHost: {
            items: components["schemas"]["RolloutHost"][];
            next?: string | null;
        };
        PageUser: {
            items: components["schemas"]["User"][];
            next?: string | null;
        };
        PageWaveGate: {
            items: components["schemas"]["WaveGate"][];
            next?: string | null;
        };
        PasswordChange: {
            current: string;
            password: string;
        };
        PendingApproval: {
            approvals: components["schemas"]["Approval"][];
            createdBy: string;
            from: string[];
            /** Format: uuid */
            generationId: string;
            /** Format: int32 */
            given: number;
            name: string;
            objection?: string | null;
            planHash?: string | null;
            /** Format: int32 */
            required: number;
            /** Format: int64 */
            revision: number;
            /** Format: uuid */
            rolloutId: string;
            wave: string;
        };
        Plan: {
            applyTime?: components["schemas"]["ApplyTime"] | null;
            /** Format: date-time */
            earliestFinish?: string | null;
            excluded: components["schemas"]["Excluded"][];
            /** Format: int32 */
            excludedCount: number;
            lint: components["schemas"]["Lint"][];
            misses: components["schemas"]["Uncovered"][];
            newcomers?: components["schemas"]["PlannedNewcomers"] | null;
            planHash: string;
            waves: components["schemas"]["PlannedWave"][];
        };
        PlannedHost: {
            from?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            to: string;
        };
        PlannedNewcomers: {
            after: string;
            /** @enum {string} */
            policy: "IGNORE" | "JOIN";
            wave: string;
        };
        PlannedWave: {
            /** Format: int32 */
            count: number;
            hosts: components["schemas"]["PlannedHost"][];
            name: string;
            truncated: boolean;
        };
        Problem: {
            code: string;
            detail: string;
            errors: components["schemas"]["FieldError"][];
            instance?: string | null;
            /** Format: int32 */
            status: number;
            title: string;
        };
        Profile: {
            builtIn: boolean;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            cover?: string[] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            description: string;
            /** Format: duration */
            finalSoak?: string | null;
            /** Format: uuid */
            id: string;
            maxUnavailable?: string | null;
            maxUnavailablePerDomain?: string | null;
            /** Format: int32 */
            minHealthy?: number | null;
            name: string;
            /** Format: int64 */
            revision: number;
            spreadBy?: string[] | null;
            startRate?: string | null;
            /** Format: int32 */
            version: number;
            waves?: components["schemas"]["WaveRequest"][] | null;
        };
        ProfileRequest: {
            cover?: string[] | null;
            description?: string | null;
            /** Format: duration */
            finalSoak?: string | null;
            maxUnavailable?: string | null;
            maxUnavailablePerDomain?: string | null;
            /** Format: int32 */
            minHealthy?: number | null;
            name?: string | null;
            spreadBy?: string[] | null;
            startRate?: string | null;
            waves?: components["schemas"]["WaveRequest"][] | null;
        };
        Quarantine: {
            actor: string;
            /** Format: date-time */
            at: string;
            reason: string;
            /** Format: uuid */
            rolloutId?: string | null;
            selector: string;
        };
        QuarantineRequest: {
            reason: string;
            selector?: string | null;
        };
        QuarantineRow: {
            actor: string;
            /** Format: date-time */
            at: string;
            generation: string;
            /** Format: uuid */
            generationId: string;
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: date-time */
            releasedAt?: string | null;
            releasedBy?: string | null;
            releaseReason?: string | null;
            /** Format: uuid */
            rolloutId?: string | null;
            selector: string;
        };
        Raw: {
            body: string;
            kind: string;
        };
        ReportedDrift: {
            detail?: string | null;
            /** @enum {string} */
            kind: "NOT_DESIRED" | "UNKNOWN_REF" | "SELF_REVERTED" | "SILENT" | "CONFLICT" | "PENDING_BOOT" | "UNCOMMITTED" | "REBOOT_REQUIRED" | "LOCAL_CHANGES" | "LOCAL_PACKAGES" | "CONFIG_CHANGED" | "FAILED_UNITS" | "UNVERIFIED" | "ROLLBACK_AT_RISK" | "CONFLICTING_UPDATER";
        };
        ReportedRef: {
            ref: string;
        };
        ReportTaken: {
            /** Format: int64 */
            epoch: number;
            /** Format: int64 */
            pollSeconds: number;
        };
        ResolutionRequest: {
            decision?: ("ADOPT" | "KEEP") | null;
            reason?: string | null;
        };
        Resolved: {
            /** Format: int32 */
            hosts: number;
            more: boolean;
        };
        Rollout: {
            approvals: components["schemas"]["Approval"][];
            calendarOverride?: components["schemas"]["CalendarOverride"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            currentWave?: string | null;
            dependencies: components["schemas"]["DependencyStanding"][];
            evidence: components["schemas"]["EvidenceMeter"];
            /** Format: date-time */
            finishedAt?: string | null;
            /** Format: uuid */
            generationId: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            nextCheckAt?: string | null;
            /** @enum {string} */
            phase: "DRAFT" | "SCHEDULED" | "ROLLING" | "SOAKING" | "AWAITING_APPROVAL" | "PAUSED" | "ROLLING_BACK" | "ROLLED_BACK" | "HALTED" | "COMPLETED" | "CANCELLED" | "SUPERSEDED";
            planHash?: string | null;
            reason?: string | null;
            /** Format: int64 */
            revision: number;
            selector: string;
            spec: components["schemas"]["RolloutSpec"];
            /** Format: date-time */
            startedAt?: string | null;
            /** Format: uuid */
            supersededBy?: string | null;
            waitingFor?: string | null;
            waves: components["schemas"]["Wave"][];
        };
        RolloutEvent: {
            actor: string;
            /** Format: date-time */
            at: string;
            message: string;
            reason?: string | null;
            /** Format: int64 */
            seq: number;
            type: string;
            wave?: string | null;
        };
        RolloutHost: {
            /** Format: date-time */
            claimedAt?: string | null;
            /** Format: date-time */
            finishedAt?: string | null;
            from?: string | null;
            /** Format: uuid */
            hostId: string;
            name: string;
            /** Format: date-time */
            offeredAt?: string | null;
            reason?: string | null;
            rollbackRef?: string | null;
            /** @enum {string} */
            state: "PENDING" | "DEFERRED" | "OFFERED" | "CLAIMED" | "SETTLED" | "FAILED" | "SILENT" | "ROLLING_BACK" | "ROLLED_BACK" | "SKIPPED" | "HELD";
            /** @description its labels have left the rollout's selector since it was planned; it stays in the plan */
            strayed: boolean;
            to: string;
            wave: string;
        };
        RolloutRequest: {
            approvals?: components["schemas"]["ApprovalRequest"] | null;
            cover?: string[] | null;
            dependsOn?: components["schemas"]["Dependency"][] | null;
            expectedFailureRate?: string | null;
            /** Format: duration */
            finalSoak?: string | null;
            /** Format: uuid */
            generationId?: string | null;
            maxUnavailable?: string | null;
            maxUnavailablePerDomain?: string | null;
            /** Format: int32 */
            minHealthy?: number | null;
            missingArtifact?: ("REJECT" | "EXCLUDE") | null;
            name?: string | null;
            newcomers?: ("IGNORE" | "JOIN") | null;
            onFailure?: ("ROLLBACK" | "HALT") | null;
            overlap?: ("REJECT" | "EXCLUDE" | "SUPERSEDE") | null;
            profile?: string | null;
            rollback?: ("ALLOWED" | "APPROVAL" | "FORBIDDEN") | null;
            /** Format: duration */
            rollbackDeadline?: string | null;
            rollbackMaxFailed?: string | null;
            rollbackMaxUnavailable?: string | null;
            rollbackScope?: ("ROLLOUT" | "WAVE") | null;
            schedule?: components["schemas"]["Schedule"] | null;
            selector?: string | null;
            spreadBy?: string[] | null;
            startRate?: string | null;
            waves?: components["schemas"]["WaveRequest"][] | null;
        };
        RolloutSpec: {
            approvals: components["schemas"]["Approvals"];
            calendars: string[];
            cover: string[];
            dependsOn: components["schemas"]["Awaited"][];
            expectedFailureRate?: string | null;
            /** Format: duration */
            finalSoak: string;
            maxUnavailable?: string | null;
            maxUnavailablePerDomain?: string | null;
            /** Format: int32 */
            minHealthy: number;
            /** @enum {string} */
            missingArtifact: "REJECT" | "EXCLUDE";
            /** @enum {string} */
            newcomers: "IGNORE" | "JOIN";
            /** Format: date-time */
            notBefore?: string | null;
            /** @enum {string} */
            onFailure: "ROLLBACK" | "HALT";
            /** @enum {string} */
            overlap: "REJECT" | "EXCLUDE" | "SUPERSEDE";
            overrun?: ("FINISH_HOSTS" | "FINISH_WAVE") | null;
            profile?: string | null;
            /** @enum {string} */
            rollback: "ALLOWED" | "APPROVAL" | "FORBIDDEN";
            /** Format: duration */
            rollbackDeadline: string;
            rollbackMaxFailed: string;
            rollbackMaxUnavailable?: string | null;
            /** @enum {string} */
            rollbackScope: "ROLLOUT" | "WAVE";
            spreadBy: string[];
            startRate?: string | null;
            waves: components["schemas"]["WaveSpec"][];
        };
        Rule: {
            evidence: string;
            holds: boolean;
            rule: string;
        };
        RunningRef: {
            generation?: string | null;
            /** Format: uuid */
            generationId?: string | null;
            ref: string;
            /** Format: date-time */
            since?: string | null;
        };
        Schedule: {
            calendars?: string[] | null;
            /** Format: date-time */
            notBefore?: string | null;
            overrun?: ("FINISH_HOSTS" | "FINISH_WAVE") | null;
        };
        ScheduleRequest: {
            /** Format: date-time */
            notBefore?: string | null;
            reason?: string | null;
        };
        Session: {
            csrfToken: string;
            name: string;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
        };
        SignIn: {
            name: string;
            password: string;
        };
        Simulation: {
            assumptions: string[];
            /** Format: double */
            completes: number;
            /** Format: double */
            defectRate: number;
            /** Format: double */
            detected: number;
            hostsHit: components["schemas"]["Spread"];
            hostsMoved: components["schemas"]["Spread"];
            /** Format: int32 */
            runs: number;
            /** Format: int64 */
            seed: number;
            stoppedAt: components["schemas"]["SimulationStop"][];
        };
        SimulationStop: {
            /** Format: double */
            share: number;
            wave: string;
        };
        SkipHostRequest: {
            /** Format: uuid */
            hostId?: string | null;
            reason?: string | null;
        };
        Source: {
            revision?: string | null;
            url?: string | null;
        };
        Spread: {
            /** Format: double */
            mean: number;
            /** Format: int32 */
            p05: number;
            /** Format: int32 */
            p50: number;
            /** Format: int32 */
            p95: number;
        };
        StopRequest: {
            reason?: string | null;
            stopped?: boolean | null;
        };
        SupersedeRequest: {
            reason?: string | null;
            /** Format: uuid */
            rolloutId?: string | null;
        };
        TryRequest: {
            /** Format: uuid */
            rolloutId?: string | null;
            wave?: string | null;
        };
        Uncovered: {
            label: string;
            value?: string | null;
            why: string;
        };
        User: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            role: "VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN";
        };
        UserChange: {
            password?: string | null;
            role?: ("VIEWER" | "OPERATOR" | "APPROVER" | "ADMIN") | null;
        };
        VerbRequest: {
            planHash?: string | null;
            reason?: string | null;
            wave?: string | null;
        };
        Verdict: {
            /** @enum {string} */
            result: "PASS" | "SOAK" | "NO_DATA" | "WAITING" | "FAIL";
            why: string;
        };
        Wave: {
            /** Format: int32 */
            budget: number;
            counts: {
                [key: string]: number;
            };
            /** Format: int32 */
            hosts: number;
            name: string;
            /** Format: date-time */
            openedAt?: string | null;
            size: string;
            /** Format: date-time */
            soakUntil?: string | null;
            /** @enum {string} */
            state: "PENDING" | "OPEN" | "SOAKING" | "PASSED" | "FAILED" | "ROLLED_BACK" | "SKIPPED";
            verdict?: components["schemas"]["Verdict"] | null;
        };
        WaveGate: {
            /** Format: date-time */
            at?: string | null;
            config: components["schemas"]["GateConfig"];
            dryRun: boolean;
            gate: string;
            link?: string | null;
            /** Format: date-time */
            nextAt?: string | null;
            pauses: boolean;
            query?: string | null;
            /** @enum {string} */
            type: "HEALTH" | "PROMETHEUS" | "WEBHOOK" | "ALERTMANAGER";
            /** Format: double */
            value?: number | null;
            verdict?: ("PASS" | "NO_DATA" | "INCONCLUSIVE" | "ERROR" | "FAIL") | null;
            wave: string;
            why?: string | null;
        };
        WaveRequest: {
            approval?: boolean | null;
            /** Format: duration */
            deadline?: string | null;
            gates?: string[] | null;
            maxFailed?: string | null;
            minSettled?: string | null;
            name?: string | null;
            size?: string | null;
            /** Format: duration */
            soak?: string | null;
        };
        WaveSpec: {
            approval: boolean;
            /** Format: duration */
            deadline: string;
            gates: string[];
            maxFailed: string;
            minSettled?: string | null;
            name: string;
            size: string;
            /** Format: duration */
            soak: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    claim: {
        parameters: {
            query?: never;
            header?: {
                "Breakwater-Epoch"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimGranted"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desired: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesiredState"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enroll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrollmentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: {
                "Breakwater-Epoch"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HostReport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportTaken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiTokens: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageApiToken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiToken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiToken: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePendingApproval"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                actor?: string;
                cursor?: string;
                limit?: number;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEntry"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageCalendar"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCalendar: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCalendar: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Content-Type"?: string;
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/calendar": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendarOpenings: {
        parameters: {
            query?: {
                count?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOpenings"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenings: {
        parameters: {
            query?: {
                calendars?: string[];
                count?: number;
                selector?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOpenings"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrift: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: string;
                limit?: number;
                minAge?: string;
                selector?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDrift"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summarizeDrift: {
        parameters: {
            query?: {
                groupBy?: string;
                kind?: string;
                minAge?: string;
                selector?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftSummary"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEnrollmentTokens: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageEnrollmentToken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnrollmentToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedEnrollmentToken"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, each named by its type; on stream.reset read again what you show. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Event"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGates: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageGate"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GateRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteGate: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeGate: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryGate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TryRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateTrial"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGenerations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageGeneration"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerGeneration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGeneration"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArtifacts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageArtifact"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantineGeneration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuarantineRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseGeneration: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuarantineRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHosts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                platform?: string;
                q?: string;
                selector?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageHost"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Host"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHost: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchHost: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HostPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Host"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHostHistory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageHostHistoryEntry"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveConflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolved"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveConflicts: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkResolutionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolved"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageProfile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceProfile: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProfile: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileVersions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageProfile"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarantines: {
        parameters: {
            query?: {
                cursor?: string;
                generationId?: string;
                limit?: number;
                released?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageQuarantineRow"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRollouts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                phase?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRolloutEvents: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRolloutEvent"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRolloutGates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageWaveGate"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGateEvaluations: {
        parameters: {
            query?: {
                cursor?: string;
                gate?: string;
                limit?: number;
                wave?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageGateEvaluation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    haltRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRolloutHosts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: string;
                wave?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageRolloutHost"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overrideCalendars: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreCalendars: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promoteRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skipHost: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipHostRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerbRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    supersedeRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupersedeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulateRollout: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalStop"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setStop: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalStop"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageUser"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A request repeated under the same key is answered as the first one was. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Refused: the code says why, and the errors say which field broke which rule. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
