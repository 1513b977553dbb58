//! A network is called together: members name people, replace one, and are reminded; calendars follow.

use chrono::TimeDelta;
use proto::account::Role;
use tests::delegations::{Gathering, LINK, naming, press};
use tests::visitor::local;
use tests::{Received, WAYS, World};

pub(crate) const MEMBERS: &str = "\u{feff}member;kind;name;municipality;from;contact_name;contact_email;contact_language\r\n\
    namdal;region;Region Namdal;5007;2015-07-01;Kari Namdal;kari@namdal.example;nn\r\n\
    namdal;region;Region Namdal;5041;2015-07-01;;;\r\n\
    lofoten;region;Aust Lofoten;1865;2015-07-01;Ola Lofoten;ola@lofoten.example;nn\r\n";

const QUESTION: &str = r#"
[[questions]]
key = "mat"
type = "text"
sensitive = true
delete_after_days = 14
label = { nn = "Er det noko kjøkenet må vite?", nb = "Er det noe kjøkkenet må vite?" }
purpose = { nn = "Til kjøkenet", nb = "Til kjøkkenet" }
"#;

fn subjects(letters: &[Received]) -> Vec<String> {
    letters.iter().map(Received::subject).collect()
}

async fn name(world: &World, link: &str, name: &str, email: &str) {
    let page = world.visitor("nn").fill_in(link, link, &naming(name, email, "elected")).await;
    assert!(page.words().contains("Vi melder på personen, som får brev."), "{}", page.words());
    world.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_name_people_replace_one_and_only_those_who_are_missing_are_reminded() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.network("nettverket", MEMBERS).await;
        // Four of the five places are kept.
        let gathering =
            Gathering { capacity: 5, delegations: "release = 2027-04-12", more: QUESTION, ..Gathering::default() };
        world.import("samling.toml", &gathering.toml()).await;
        let mut organiser = world.organiser("editor@example.no", "distriktssenteret", Role::Editor).await;
        press(&mut organiser, "samling", &[("what", "invite")]).await;
        world.settle().await;
        let invited = world.sink.to("kari@namdal.example");
        assert_eq!(subjects(&invited), ["Invitasjon: Kven kjem frå Region Namdal til Samling i Namsos?"], "{way:?}");
        let link = world.sink.link("kari@namdal.example", LINK).expect("a link");

        // One place is left for those who come by themselves.
        let form = |person: &'static str| [("name", person), ("email", "x"), ("q-mat", "")];
        for (person, email) in [("a", "a@example.no"), ("b", "b@example.no")] {
            let mut fields = form(person);
            fields[1].1 = email;
            world.visitor("nn").fill_in("/pamelding/samling", "/pamelding/samling", &fields).await;
        }
        world.settle().await;
        assert!(subjects(&world.sink.to("b@example.no"))[0].starts_with("Du står på venteliste"), "{way:?}");

        // The contact names one; a deputy names another.
        name(&world, &link, "Mari Ordførar", "mari@example.no").await;
        let deputy = [("what", "deputy"), ("deputy_name", "Vara"), ("deputy_email", "vara@namdal.example")];
        world.visitor("nn").fill_in(&link, &link, &deputy).await;
        world.settle().await;
        let theirs = world.sink.link("vara@namdal.example", LINK).expect("a link");
        assert_ne!(theirs, link);
        name(&world, &theirs, "Nils Planleggjar", "nils@example.no").await;

        let letters = world.sink.to("mari@example.no");
        let mut told = subjects(&letters);
        told.sort();
        assert_eq!(told, ["Du er påmeld: Samling i Namsos", "Samling i Namsos: Stemmer det at du kjem?"], "{way:?}");
        let invitation = letters.iter().find(|letter| letter.method().is_some()).expect("an invitation");
        assert_eq!(invitation.method().as_deref(), Some("REQUEST"));
        let asking = letters.iter().find(|letter| letter.method().is_none()).expect("a letter");
        assert!(asking.text().contains("Region Namdal har meldt deg på"), "{}", asking.text());

        // She answers; those who act for the region see that she has, and not what.
        let own = local(&asking.link("/mi/").expect("her page"));
        let change = format!("{own}/endre");
        let answers = [("name", "Mari Ordførar"), ("language", "nn"), ("q-mat", "Toler ikkje nøtter")];
        world.visitor("nn").fill_in(&change, &change, &answers).await;
        world.settle().await;
        let page = world.visitor("nn").get(&link).await;
        assert!(page.words().contains("Har svart") && !page.words().contains("nøtter"), "{}", page.words());

        // Nils is replaced: his entry leaves his calendar, and Liv gets one.
        let seat = page.body.split("?byt=").nth(2).and_then(|rest| rest.split('#').next()).expect("a seat").to_owned();
        let path = format!("{link}?byt={seat}");
        let fields = [&[("instead_of", seat.as_str())], &naming("Liv", "liv@example.no", "leadership")[..]].concat();
        let page = world.visitor("nn").fill_in(&path, &link, &fields).await;
        assert!(page.words().contains("Vi byter ut personen."), "{}", page.words());
        world.settle().await;
        let last = |email: &str| world.sink.to(email).iter().filter_map(Received::method).next_back();
        assert_eq!(last("nils@example.no").as_deref(), Some("CANCEL"), "{way:?}");
        assert_eq!(last("liv@example.no").as_deref(), Some("REQUEST"), "{way:?}");

        // Only Aust Lofoten is missing, and only its contact is reminded.
        press(&mut organiser, "samling", &[("what", "remind")]).await;
        world.settle().await;
        assert_eq!(world.sink.to("kari@namdal.example").len(), 1, "{way:?}");
        assert_eq!(world.sink.to("vara@namdal.example").len(), 1, "{way:?}");
        let reminded = world.sink.to("ola@lofoten.example");
        assert!(subjects(&reminded)[1].starts_with("Påminning: Kven kjem frå Aust Lofoten"), "{way:?}");

        // On the day of the release the seats that have no name go to whoever waits.
        world.pass(TimeDelta::days(91)).await;
        let has_moved_up = || async {
            let told = subjects(&world.sink.to("b@example.no"));
            told.last().map(String::as_str) == Some("Du har fått plass: Samling i Namsos")
        };
        bus::testing::eventually("the one who waited has a place", has_moved_up).await;
        world.end().await;
    }
}
