package dev.breakwater.calendar;

import dev.breakwater.calendar.time.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A calendar as kept: checked, its selector in canonical form. Its kind never changes. */
@Entity
@Table(name = "calendars")
class MaintenanceCalendar {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    private String selector;
    private String zone;

    @Enumerated(EnumType.STRING)
    private Overrun overrun;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Entry> entries;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway.Init")
    protected MaintenanceCalendar() {}

    MaintenanceCalendar(UUID id, Terms terms, Instant createdAt, String createdBy) {
        this.id = id;
        this.name = terms.name();
        this.kind = terms.kind();
        this.selector = terms.selector();
        this.zone = terms.zone().getId();
        this.overrun = terms.overrun();
        this.entries = terms.entries();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.updatedAt = createdAt;
    }

    UUID id() {
        return id;
    }

    Terms terms() {
        return new Terms(name, kind, selector, ZoneId.of(zone), overrun, entries);
    }

    long revision() {
        return revision == null ? 0 : revision;
    }

    void change(Terms terms, Instant now) {
        name = terms.name();
        selector = terms.selector();
        zone = terms.zone().getId();
        overrun = terms.overrun();
        entries = terms.entries();
        updatedAt = now;
    }

    CalendarView view() {
        return new CalendarView(
                id, name, kind, selector, zone, overrun, entries, createdAt, createdBy, updatedAt, revision());
    }
}
