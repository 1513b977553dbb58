//! Somebody signs up for a whole series: each date comes by itself, one is skipped, and leaving drops what lies ahead.

use proto::account::Role;
use tests::delegations::Gathering;
use tests::visitor::local;
use tests::{Received, WAYS, World};

pub(crate) const SERIES: &str = r#"
kind = "series"
slug = "stader"
organisation = "distriktssenteret"
timezone = "Europe/Oslo"
start = 10:00:00
minutes = 60
capacity = 1
meeting_url = "https://mote.example.org/rom/stader"
title = { nn = "Gode stader", nb = "Gode steder" }
summary = { nn = "Ein time.", nb = "En time." }
description = { nn = "Om stader.", nb = "Om steder." }
contact = { name = "arrangementskontoret", email = "arrangement@distriktssenteret.example" }
"#;

pub(crate) const FIRST: &str = r#"
slug = "stader-1"
organisation = "distriktssenteret"
series = "stader"
start = 2027-04-13T10:00:00
end = 2027-04-13T11:00:00
timezone = "Europe/Oslo"
meeting_url = "https://mote.example.org/rom/stader"
reminders = []
title = { nn = "Første stad", nb = "Første sted" }
summary = { nn = "Ein time.", nb = "En time." }
description = { nn = "Om stader.", nb = "Om steder." }
contact = { name = "arrangementskontoret", email = "arrangement@distriktssenteret.example" }
[sign_up]
"#;

const FORM: &str = "/pamelding/rekkje/stader";
const PAGE: &str = "/arrangor/webinar/rekkje/stader";

fn subjects(letters: &[Received]) -> Vec<String> {
    let mut subjects: Vec<String> = letters.iter().map(Received::subject).collect();
    subjects.sort();
    subjects
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dates_come_by_themselves_until_one_leaves() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.import("rekkje.toml", SERIES).await;
        world.import("stader-1.toml", FIRST).await;
        world.settle().await;
        for (name, email) in [("Kari", "kari@example.no"), ("Ola", "ola@example.no")] {
            let fields = [("name", name), ("email", email)];
            let page = world.visitor("nn").fill_in(FORM, FORM, &fields).await;
            assert!(page.words().contains("Takk! Du er påmeld heile rekkja."), "{way:?}: {}", page.words());
            world.settle().await;
        }
        let letters = world.sink.to("kari@example.no");
        assert_eq!(
            subjects(&letters),
            ["Du er påmeld heile rekkja: Gode stader", "Du er påmeld: Første stad"],
            "{way:?}"
        );

        // An organiser publishes another date, with one place: whoever came first has it, and the other is told the truth.
        let mut organiser = world.organiser("editor@example.no", "distriktssenteret", Role::Editor).await;
        let path = format!("{PAGE}/ny");
        let date = [
            ("day-day", "20"),
            ("day-month", "4"),
            ("day-year", "2027"),
            ("start", "10:00"),
            ("minutes", "60"),
            ("capacity", "1"),
            ("meeting_url", "https://mote.example.org/rom/stader"),
            ("title_nn", "Andre stad"),
            ("title_nb", "Andre sted"),
            ("summary_nn", "Ein time."),
            ("summary_nb", "En time."),
            ("description_nn", "Om stader."),
            ("description_nb", "Om steder."),
        ];
        let page = organiser.fill_in(&path, &path, &date).await;
        assert!(page.words().contains("Andre stad"), "{way:?}: {}", page.words());
        world.settle().await;
        let last = |email: &str| world.sink.to(email).pop().expect("a letter");
        let (kari, ola) = (last("kari@example.no"), last("ola@example.no"));
        assert_eq!(kari.subject(), "Du er påmeld: Andre stad", "{way:?}");
        assert_eq!(kari.method().as_deref(), Some("REQUEST"));
        assert_eq!(ola.subject(), "Du står på venteliste: Andre stad", "{way:?}");

        // Not this time: a link in the letter leads to a page with one button, and the place goes to who waits.
        let own = local(&kari.link("/mi/").expect("her page"));
        let skip = format!("{}/meld-av", own.trim_end_matches("/meld-av"));
        let asked = world.visitor("nn").get(&skip).await;
        assert!(asked.words().contains("Du er framleis påmeld resten av rekkja."), "{}", asked.words());
        world.visitor("nn").fill_in(&skip, &skip, &[]).await;
        world.settle().await;
        assert_eq!(last("kari@example.no").method().as_deref(), Some("CANCEL"), "{way:?}");
        assert_eq!(last("ola@example.no").subject(), "Du har fått plass: Andre stad", "{way:?}");

        // Kari leaves: the first date goes as well, and the next never comes.
        let receipt = letters.iter().find(|letter| letter.method().is_none()).expect("a receipt");
        let series = local(&receipt.link("/mi/rekkje/").expect("the page of the series"));
        let out = format!("{series}/ut");
        let page = world.visitor("nn").fill_in(&out, &out, &[]).await;
        assert!(page.words().contains("Du er ute av rekkja."), "{way:?}: {}", page.words());
        world.settle().await;
        let before = world.sink.to("kari@example.no").len();
        let mut third = date.to_vec();
        third[0].1 = "27";
        organiser.fill_in(&path, &path, &third).await;
        world.settle().await;
        assert_eq!(world.sink.to("kari@example.no").len(), before, "{way:?}");
        assert_eq!(last("kari@example.no").method().as_deref(), Some("CANCEL"), "{way:?}");
        assert_eq!(last("ola@example.no").subject(), "Du er påmeld: Andre stad", "{way:?}");
        world.end().await;
    }
}

const MEMBERS: &str = "member;kind;name;municipality;from;contact_name;contact_email;contact_language\n\
    namdal;region;Region Namdal;5007;2015-07-01;Kari Namdal;kari@namdal.example;nn\n";
const FOLLOW: &str = r#"
[follow]
title = { nn = "Samlingane i nettverket", nb = "Samlingene i nettverket" }
summary = { nn = "To i året.", nb = "To i året." }
timezone = "Europe/Oslo"
contact = { name = "arrangementskontoret", email = "arrangement@distriktssenteret.example" }
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gatherings_of_a_network_come_by_themselves_and_members_keep_their_seats() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.network_saying("nettverket", MEMBERS, FOLLOW).await;
        // Two of three places are kept for the region.
        let gathering = |slug, year| Gathering { slug, year, capacity: 3, ..Gathering::default() };
        world.import("samling.toml", &gathering("samling", 2027).toml()).await;
        world.settle().await;
        let page = world.visitor("nn").get("/nettverk/nettverket").await;
        assert!(page.words().contains("Samling i Namsos"), "{way:?}: {}", page.words());
        let form = "/pamelding/rekkje/nettverket";
        assert!(page.body.contains(form), "{way:?}");
        for (name, email) in [("Kari", "kari@example.no"), ("Ola", "ola@example.no")] {
            world.visitor("nn").fill_in(form, form, &[("name", name), ("email", email)]).await;
            world.settle().await;
        }
        // The next year's comes to both, and there too the region has its seats.
        world.import("neste.toml", &gathering("neste", 2028).toml()).await;
        world.settle().await;
        let told = |email: &str| subjects(&world.sink.to(email));
        let receipt = "Du er påmeld heile rekkja: Samlingane i nettverket";
        let (place, wait) = ("Du er påmeld: Samling i Namsos", "Du står på venteliste: Samling i Namsos");
        assert_eq!(told("kari@example.no"), [receipt, place, place], "{way:?}");
        assert_eq!(told("ola@example.no"), [receipt, wait, wait], "{way:?}");

        let page = world.visitor("nn").get(form).await;
        assert!(page.body.contains("href=\"/nettverk/nettverket\""), "{way:?}: {}", page.words());

        // Not this time, and the other one has the place.
        let letters = world.sink.to("kari@example.no");
        let own = local(&letters.last().and_then(|letter| letter.link("/mi/")).expect("her page"));
        let skip = format!("{}/meld-av", own.trim_end_matches("/meld-av"));
        world.visitor("nn").fill_in(&skip, &skip, &[]).await;
        world.settle().await;
        assert!(told("ola@example.no").contains(&"Du har fått plass: Samling i Namsos".to_owned()), "{way:?}");
        world.end().await;
    }
}
