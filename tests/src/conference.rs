//! A conference of any size, as an event file.

use std::fmt::Write;

/// A conference over some days in June 2099, with sessions side by side in all rooms, a quarter of an hour between them, and
/// everything released. People choose every session.
#[derive(Clone, Copy)]
pub struct Conference {
    pub days: u32,
    pub rooms: u32,
    /// Sessions one after another in each room and day.
    pub slots: u32,
    /// Places in the conference, and in each session.
    pub capacity: u32,
    pub places: u32,
    /// Each speaks in several sessions.
    pub speakers: u32,
}

impl Conference {
    pub const SLUG: &'static str = "konferansen";
    /// Minutes from the beginning of one session to that of the next, and what of it is the session.
    pub const STEP: u32 = 60;
    pub const LENGTH: u32 = 45;
    const FIRST_HOUR: u32 = 8;

    /// Four hundred sessions on five days, with sixty hours in rooms each day.
    pub const LARGE: Self = Self { days: 5, rooms: 8, slots: 10, capacity: 50_000, places: 70, speakers: 300 };

    pub fn sessions(&self) -> u32 {
        self.days * self.rooms * self.slots
    }

    /// The title of a session: by it a session is found again.
    pub fn title(day: u32, slot: u32, room: u32) -> String {
        format!("Bolk {}-{}-{} om levande sentrum", day + 1, slot + 1, room + 1)
    }

    /// The date of a day.
    pub fn date(day: u32) -> String {
        format!("2099-06-{:02}", day + 1)
    }

    /// When a slot begins and ends, on the clock.
    fn clock(slot: u32) -> (String, String) {
        let clock = |minutes: u32| format!("{:02}:{:02}:00", Self::FIRST_HOUR + minutes / 60, minutes % 60);
        (clock(slot * Self::STEP), clock(slot * Self::STEP + Self::LENGTH))
    }

    /// The file.
    pub fn toml(&self) -> String {
        let mut file = self.facts();
        for day in 0..self.days {
            let _ = write!(
                file,
                "\n[[programme.days]]\ndate = {}\nopens = 07:00:00\ncloses = 20:00:00\ntitle = {{ nn = \"Dag {day}\", nb = \"Dag {day}\" }}\n",
                Self::date(day),
                day = day + 1,
            );
        }
        file.push_str("\n[[programme.venues]]\nkey = \"huset\"\nname = { nn = \"Kulturhuset\", nb = \"Kulturhuset\" }\naddress = \"Kongens gate 1, Narvik\"\nrooms = [\n");
        for room in 1..=self.rooms {
            let _ = writeln!(
                file,
                "  {{ key = \"rom{room}\", name = {{ nn = \"Sal {room}\", nb = \"Sal {room}\" }}, capacity = 400, step_free = true }},"
            );
        }
        file.push_str("]\n");
        for track in 1..=8 {
            let _ = write!(
                file,
                "\n[[programme.tracks]]\nkey = \"spor{track}\"\nname = {{ nn = \"Spor {track}: stad og bustad\", nb = \"Spor {track}: sted og bolig\" }}\n"
            );
        }
        for speaker in 1..=self.speakers {
            let _ = write!(
                file,
                "\n[[programme.speakers]]\nkey = \"p{speaker}\"\nname = \"Person {speaker} Døme\"\nemail = \"p{speaker}@innleiar.example\"\nlanguage = \"nn\"\nrole = {{ nn = \"Planleggjar\", nb = \"Planlegger\" }}\norganisation = \"Kommune {speaker}\"\nbiography = {{ nn = \"{BIOGRAPHY}\", nb = \"{BIOGRAPHY}\" }}\nconsented = true\n"
            );
        }
        for (number, (day, slot, room)) in (0..).zip(self.places_and_times()) {
            self.session(&mut file, number, day, slot, room);
        }
        file
    }

    /// Every day, slot and room, in order of time.
    pub fn places_and_times(self) -> impl Iterator<Item = (u32, u32, u32)> {
        (0..self.days).flat_map(move |day| {
            (0..self.slots).flat_map(move |slot| (0..self.rooms).map(move |room| (day, slot, room)))
        })
    }

    fn session(&self, file: &mut String, number: u32, day: u32, slot: u32, room: u32) {
        let (date, title, (start, end)) = (Self::date(day), Self::title(day, slot, room), Self::clock(slot));
        let speaker = |nth: u32| (number * 2 + nth) % self.speakers.max(1) + 1;
        let speakers = match self.speakers {
            0 => String::new(),
            _ => format!("\"p{}\", \"p{}\"", speaker(0), speaker(1)),
        };
        let _ = write!(
            file,
            "\n[[programme.sessions]]\nkey = \"s{number}\"\ntype = \"parallel\"\ntitle = {{ nn = \"{title}\", nb = \"{title}\" }}\ndescription = {{ nn = \"{DESCRIPTION}\", nb = \"{DESCRIPTION}\" }}\ntrack = \"spor{track}\"\nspeakers = [{speakers}]\nchosen = true\ncapacity = {places}\noccurrences = [{{ room = \"rom{room}\", start = {date}T{start}, end = {date}T{end} }}]\n",
            track = room % 8 + 1,
            places = self.places,
            room = room + 1,
        );
    }

    fn facts(&self) -> String {
        let (slug, capacity) = (Self::SLUG, self.capacity);
        let (first, last) = (Self::date(0), Self::date(self.days.saturating_sub(1)));
        format!(
            r#"
kind = "conference"
slug = "{slug}"
organisation = "distriktssenteret"
start = {first}T08:00:00
end = {last}T20:00:00
timezone = "Europe/Oslo"
attendance = "in_person"

[title]
nn = "Konferansen om levande sentrum"
nb = "Konferansen om levende sentrum"

[summary]
nn = "Dagar om stader der folk vil vere."
nb = "Dager om steder der folk vil være."

[description]
nn = "Ein årleg møteplass."
nb = "En årlig møteplass."

[venue]
nn = "Kulturhuset, Narvik"
nb = "Kulturhuset, Narvik"

[contact]
name = "Konferansekontoret"
email = "konferanse@distriktssenteret.example.no"

[sign_up]
capacity = {capacity}

[programme]
release = true
"#
        )
    }
}

const DESCRIPTION: &str = "Korleis får ein liv mellom husa når butikkane flyttar ut? Tre kommunar fortel kva dei prøvde, \
     kva som gjekk gale, og kva folk som bur der seier i dag. Vi teiknar saman, og du tek med deg ei liste over det som \
     kostar lite og verkar med ein gong.";
const BIOGRAPHY: &str = "Har arbeidd med torg, gater og parkar i tjue år, og skriv om stader der folk møtest.";
