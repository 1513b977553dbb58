<?php
// Reads calendars with sabre/vobject and says what it sees in them, as JSON: { file: [event, ...] }.
error_reporting(E_ALL & ~E_DEPRECATED);
require '/usr/share/php/Sabre/VObject/autoload.php';

use Sabre\VObject;

// Its reader takes back the escapes of line breaks and backslashes, and leaves those of commas and semicolons.
$text = fn ($property) => strtr((string) $property, ['\\,' => ',', '\\;' => ';']);

// Whole days have no hour, and sabre would give them one.
$moment = fn ($property) => $property->getDateTime()->format($property->hasTime() ? DATE_ATOM : 'Y-m-d');

$seen = [];
foreach (array_slice($argv, 1) as $file) {
    $calendar = VObject\Reader::read(file_get_contents($file));
    $complaints = array_map(fn ($found) => $found['message'], $calendar->validate());
    $events = [];
    foreach ($calendar->VEVENT ?? [] as $event) {
        $events[] = [
            'uid' => (string) $event->UID,
            'summary' => $text($event->SUMMARY),
            'start' => $moment($event->DTSTART),
            'end' => $moment($event->DTEND),
            'zone' => (string) $event->DTSTART['TZID'],
            'method' => (string) $calendar->METHOD,
            'organizer' => (string) $event->ORGANIZER,
            'organizer_name' => (string) ($event->ORGANIZER['CN'] ?? ''),
            'attendees' => array_map('strval', iterator_to_array($event->ATTENDEE ?? [], false)),
            'attendee_name' => (string) ($event->ATTENDEE['CN'] ?? ''),
            'sequence' => (string) $event->SEQUENCE,
            'stamp' => (string) $event->DTSTAMP,
            'description' => $text($event->DESCRIPTION),
        ];
    }
    $seen[$file] = ['complaints' => $complaints, 'events' => $events];
}
echo json_encode((object) $seen, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
