//! Tables that are wrong, and links that open nothing.

use super::world::{Answer, FILE, MEMBERS, NETWORK, ORGANISER, World, gathered, world};
use crate::store::{delegation, holder, network, seat};
use crate::{ImportError, import_municipalities, import_network};
use axum::http::{HeaderMap, StatusCode, header};
use host::Purpose;
use host::testing::KINDS;
use proto::account::Role;
use uuid::Uuid;

/// What is wrong with a table, when all of it is refused.
async fn refused(world: &World, table: &[u8]) -> Vec<String> {
    match import_network(&world.host, (NETWORK, "network.toml"), (table, "members.csv")).await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

/// Lines, and what is told of each.
type Told = Vec<(usize, &'static str)>;

const HEAD: &str = "member;kind;name;municipality;from;to;contact_name;contact_email\n";
/// What is right with the rest of each table: nothing of it is kept either.
const RIGHT: &str = "fosen;region;Fosen;5059;2016-01-01;;Eva Fosen;eva@fosen.example\n";

#[tokio::test]
async fn a_table_that_is_wrong_anywhere_is_told_line_by_line_and_none_of_it_is_kept() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    let with = |lines: &str| format!("{HEAD}{RIGHT}{lines}").into_bytes();
    let not_utf8 = "is not UTF-8: in Excel, save as \"CSV UTF-8\"";
    let cases: Vec<(Vec<u8>, Told)> = vec![
        // Wrong columns.
        (
            format!("{}{RIGHT}", HEAD.replace("municipality", "kommune").replace("to;", "name;")).into_bytes(),
            vec![(1, "`kommune` is no column"), (1, "`name` is there twice"), (1, "`municipality` is missing")],
        ),
        (with("oslo;municipality;Oslo;0301;2016-01-01;;;;;\n"), vec![(3, "has 10 cells, but there are 8 columns")]),
        // As a spreadsheet keeps its own files, or another encoding.
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe".to_vec(), vec![(1, not_utf8)]),
        (latin(&format!("{HEAD}{RIGHT}aaa;region;Å;1860;2016-01-01;;;\n")), vec![(3, not_utf8)]),
        ([vec![0xff, 0xfe], wide(&format!("{HEAD}{RIGHT}"))].concat(), vec![(1, not_utf8)]),
        // The same member twice, and one municipality in two members.
        (with(RIGHT), vec![(3, "5059 is a member at the same time on line 2")]),
        (with("fosen-2;region;Fosen;5059;2017-01-01;;;\n"), vec![(3, "5059 is a member at the same time on line 2")]),
        (
            with("fosen;municipality;Fosen;5001;2016-01-01;;;\n"),
            vec![(3, "`fosen` has another name or kind on a line before")],
        ),
        // Numbers that no municipality has.
        (
            with("x;region;X;9998;2016-01-01;;;\ny;region;Y;femti;2016-01-01;;;\nz;region;Z;;2016-01-01;;;\n"),
            vec![
                (3, "no Norwegian municipality with the number 9998"),
                (4, "no Norwegian municipality with the number femti"),
                (5, "`municipality` is empty"),
            ],
        ),
        // Formulas, also behind a quote, and what no database keeps.
        (
            with(
                "x;region;\"=HYPERLINK(\"\"http://x.example\"\")\";1860;2016-01-01;;+47 1;x@x.no\ny;region;@SUM(A1);1865;2016-01-01;;;\n",
            ),
            vec![
                (3, "`+47 1` looks like a formula"),
                (3, "`=HYPERLINK(\"http://x.example\")` looks like a formula"),
                (4, "`@SUM(A1)`"),
            ],
        ),
        (with("x;region;X\0Y;1860;2016-01-01;;;\n"), vec![(3, "`XY…` must be one line of at most 200 characters")]),
    ];
    for kind in KINDS {
        let world = world(kind).await;
        for (table, expected) in &cases {
            let told = refused(&world, table).await;
            let shown = String::from_utf8_lossy(table);
            let words: Vec<&str> = expected.iter().map(|(_, words)| *words).collect();
            for (line, words) in expected {
                let place = format!("members.csv:{line}:1: ");
                assert!(told.iter().any(|one| one.starts_with(&place) && one.contains(words)), "{shown}: {told:?}");
            }
            assert_eq!(told.len(), words.len(), "{shown}: {told:?}");
            let kept = network::find(&world.host.db.read, "byregionprogrammet").await.unwrap();
            assert_eq!(kept, None, "nothing is kept of {shown}");
        }
        // What was there before stays as it was.
        world.network(MEMBERS).await;
        world.import(FILE).await;
        let before = network::find(&world.host.db.read, "byregionprogrammet").await.unwrap();
        let rows = delegation::of(&world.host.db.read, world.gathering().await.id).await.unwrap();
        for (table, _) in &cases {
            refused(&world, table).await;
        }
        assert_eq!(network::find(&world.host.db.read, "byregionprogrammet").await.unwrap(), before);
        assert_eq!(delegation::of(&world.host.db.read, world.gathering().await.id).await.unwrap(), rows);
    }
}

#[tokio::test]
async fn a_list_of_municipalities_with_a_line_that_is_none_changes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let mut rows: Vec<String> = (0..350).map(|n| format!("\"{:04}\";\"Kommune {n}\"", 9000 + n)).collect();
        rows[4] = "\"9004\";\"Kom\0mune\"".to_owned();
        rows[6] = "\"900\";\"=1+1\"".to_owned();
        let list = format!("\"code\";\"name\"\n{}\n", rows.join("\n"));
        let done = import_municipalities(&world.host, list.as_bytes(), "k.csv", "2028-01-01".parse().unwrap()).await;
        let Err(ImportError::Problems(problems)) = done else { panic!("{done:?}") };
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "k.csv:6:1: `9004` with the name `Kommune` is no municipality",
                "k.csv:8:1: `900` with the name `=1+1` is no municipality",
            ]
        );
        let members = MEMBERS.replace("0301", "9001");
        assert!(refused(&world, members.as_bytes()).await[0].contains("the number 9001"), "none of them is known");
    }
}

#[tokio::test]
async fn what_a_contact_writes_is_kept_without_what_no_database_keeps() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("lofoten").await.remove(0);
        let fields = [("what", "extra"), ("extra", "2"), ("reason", "Vi er\0 mange.\r\nOg fleire.")];
        let done = world.press(&link, "", &fields).await;
        assert!(done.header(header::LOCATION).ends_with("fleire"), "{}", done.text);
        assert_eq!(world.delegation("lofoten").await.extra_reason, "Vi er mange.\nOg fleire.");
        let person = [("what", "name"), ("name", "Ma\0ri"), ("email", "mari@x.no"), ("role", "elected")];
        assert_eq!(world.press(&link, "", &person).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let person = [("what", "name"), ("name", "Mari"), ("email", "mari\0@x.no"), ("role", "elected")];
        assert_eq!(world.press(&link, "", &person).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// What a stranger can tell answers apart by: everything but the address itself, and what is another in every answer.
fn seen(answer: &Answer, link: &str) -> (StatusCode, HeaderMap, String) {
    let mut headers = answer.headers.clone();
    for name in ["set-cookie", "x-request-id", "content-length"] {
        headers.remove(name);
    }
    (answer.status, headers, answer.text.replace(link, "/delegasjon/…"))
}

impl World {
    /// Everything that a link opens answers like a link that was made up, whoever asks and whatever for, and nothing happens.
    async fn opens_nothing(&self, link: &str, why: &str) {
        let made_up = "/delegasjon/made-up";
        let guessed = format!("/delegasjon/{}", self.host.keys.token(Purpose::Delegate, Uuid::from_u128(5), 0));
        assert_eq!(seen(&self.get(made_up).await, made_up), seen(&self.get(&guessed).await, &guessed));
        let answer = self.get(link).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{why}");
        assert_eq!(seen(&answer, link), seen(&self.get(made_up).await, made_up), "{why}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        for name in ["Namdal", "Kari", "Mari", "Vara", "byregionar"] {
            assert!(!answer.text.contains(name), "{why}: {name} in {}", answer.text);
        }
        let (rows, said) = (self.everything().await, bus::testing::said(&self.host.db).await.len());
        let deputy = [("what", "deputy"), ("deputy_name", "X"), ("deputy_email", "x@x.example")];
        let person = [("what", "name"), ("name", "X"), ("email", "x@x.example"), ("role", "other")];
        for fields in [&deputy[..], &person, &[("what", "decline"), ("sure", "yes")], &[("what", "x")], &[]] {
            let (pressed, other) = (self.press(link, "", fields).await, self.press(made_up, "", fields).await);
            assert_eq!(seen(&pressed, link), seen(&other, made_up), "{why}: {fields:?}");
            let forged = (self.send(link, "", String::new()).await, self.send(made_up, "", String::new()).await);
            assert_eq!(seen(&forged.0, link), seen(&forged.1, made_up), "{why}: without a form of ours");
        }
        assert_eq!(self.everything().await, rows, "{why}");
        assert_eq!(bus::testing::said(&self.host.db).await.len(), said, "{why}");
    }

    async fn everything(&self) -> (Vec<delegation::Model>, Vec<holder::Model>, Vec<seat::Model>) {
        let (db, gathering) = (&self.host.db.read, self.gathering().await.id);
        let rows = delegation::of(db, gathering).await.unwrap();
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        (rows, holder::of(db, &ids).await.unwrap(), seat::of_gathering(db, gathering).await.unwrap())
    }

    async fn with_deputy(&self, link: &str, email: &str) -> String {
        let deputy = [("what", "deputy"), ("deputy_name", "Vara"), ("deputy_email", email)];
        assert!(self.press(link, "", &deputy).await.header(header::LOCATION).ends_with("vara"));
        self.links("namdal").await.pop().unwrap()
    }
}

#[tokio::test]
async fn an_old_link_opens_nothing_and_cannot_be_told_from_one_that_was_guessed() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let link = world.links("namdal").await.remove(0);
        let mari = [("what", "name"), ("name", "Mari"), ("email", "mari@x.no"), ("role", "elected")];
        world.press(&link, "", &mari).await;

        // Passed on to a deputy, both have links that work; taken back, the deputy has none.
        let deputy = world.with_deputy(&link, "vara@namdal.example").await;
        let id = world.host.keys.read(Purpose::Delegate, deputy.rsplit('/').next().unwrap()).unwrap().0;
        world.press(&link, "", &[("what", "remove"), ("holder", &id.to_string())]).await;
        world.opens_nothing(&deputy, "taken back").await;
        // Asked anew, it is another link.
        let again = world.with_deputy(&link, "vara@namdal.example").await;
        world.opens_nothing(&deputy, "taken back, and another given").await;
        assert_eq!(world.get(&again).await.status, StatusCode::OK);

        // The organiser sends a new link.
        let delegation = world.delegation("namdal").await.id.to_string();
        world.press(ORGANISER, &editor, &[("what", "renew"), ("delegation", &delegation)]).await;
        world.opens_nothing(&link, "replaced by a new one").await;

        // Somebody else acts for the member from now on, as soon as the network is known to say so.
        let link = world.links("namdal").await.remove(0);
        let other = MEMBERS.replace("Kari Namdal;kari@namdal.example", "Per Ny;per@ny.example");
        world.network(&other).await;
        world.opens_nothing(&link, "of somebody who acts no more").await;

        // Nobody acts for it, and so nobody whom they asked to either.
        let nobody = MEMBERS.replace("Kari Namdal;kari@namdal.example;nb", ";;");
        let contact = world.links("namdal").await.remove(0);
        world.network(&nobody).await;
        world.opens_nothing(&contact, "of a contact who is gone").await;
        world.opens_nothing(&again, "of a deputy of nobody").await;
    }
}

#[tokio::test]
async fn a_link_shows_until_the_gathering_is_over_what_was_done_and_nothing_after_that() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        let mari = [("what", "name"), ("name", "Mari"), ("email", "mari@x.no"), ("role", "elected")];
        world.press(&link, "", &mari).await;
        world.host.clock.set("2027-04-28T12:59:59Z".parse().unwrap());
        assert!(world.get(&link).await.text.contains("Mari"));
        world.host.clock.set("2027-04-28T13:00:00Z".parse().unwrap());
        world.opens_nothing(&link, "of a gathering that has been").await;
    }
}
