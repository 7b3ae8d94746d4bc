package dev.breakwater.calendar;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface CalendarRepository extends JpaRepository<MaintenanceCalendar, UUID> {
    List<MaintenanceCalendar> findByNameGreaterThanOrderByName(String after, Limit limit);

    boolean existsByNameAndIdNot(String name, UUID id);
}
