//! Somebody goes through a webinar, a gathering and a conference, and wants to be forgotten; somebody else is, when the time has come.
//! No table of any service, no file, no queue and no line of the log has a trace of who they were: only numbers are left.

use axum::http::StatusCode;
use bus::testing::eventually;
use chrono::{DateTime, TimeDelta, Utc};
use host::testing::Kind;
use migrations::SERVICES;
use proto::account::Role;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tests::delegations::{Gathering, LINK, naming, press};
use tests::letters::link_to;
use tests::post::{AUTHSERV_ID, answer, deliver};
use tests::process::free_port;
use tests::traces::{Log, Marks};
use tests::visitor::local;
use tests::{CONFERENCE, Received, Visitor, Way, Webinar, World, planning};

const NAME: &str = "Aslaug Gløymsdatter";
const EMAIL: &str = "aslaug.g@gløymd.example.no";
/// As computers write it.
const ADDRESS: &str = "aslaug.g@xn--glymd-wua.example.no";
/// What nobody else has: names, what she answers and writes, what is written about her.
const MARKS: [&str; 13] = [
    "aslaug",
    "Gløymsdatter",
    "gløymd",
    "xn--glymd",
    "skalldyr",
    "nøtteallergi",
    "91827364",
    "Bortkomen kommune",
    "fjellvandrar",
    "merkverdig",
    "kvalross",
    "havsule",
    "lomvi",
];
/// Who stays until everybody is deleted.
const STAYS: [&str; 2] = ["Ola Blirverande", "ola.blirverande@example.no"];

const SENDER: &str = "arrangement@distriktssenteret.example.no";
const ORGANISATION: &str = "distriktssenteret";
const LIST: &str = "/arrangor/pameldingar/bylivkonferansen";

const MEMBERS: &str = "\u{feff}member;kind;name;municipality;from;contact_name;contact_email;contact_language\r\n\
    namdal;region;Region Namdal;5007;2015-07-01;Kari Namdal;kari@namdal.example;nn\r\n";
const QUESTION: &str = r#"
[[questions]]
key = "mat"
type = "text"
sensitive = true
delete_after_days = 14
label = { nn = "Er det noko kjøkenet må vite?", nb = "Er det noe kjøkkenet må vite?" }
purpose = { nn = "Til kjøkenet", nb = "Til kjøkkenet" }
"#;
const SPEAKER: &str = r#"
[[programme.speakers]]
key = "aslaug"
name = "Aslaug Gløymsdatter"
email = "aslaug.g@gløymd.example.no"
language = "nn"
role = { nn = "Fjellvandrar", nb = "Fjellvandrar" }
organisation = "Bortkomen kommune"
biography = { nn = "Har gått langt.", nb = "Har gått langt." }
consented = true
"#;

/// One process with files and letters in a folder; and services that meet at a broker, with a mail server.
const SMALL_AND_LARGE: [Way; 2] =
    [Way { database: Kind::Sqlite, broker: false }, Way { database: Kind::Postgres, broker: true }];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

async fn until(world: &World, text: &str) {
    world.pass(at(text) - world.house.clock.now()).await;
}

/// The newest letter to somebody that has a link with this in it.
fn link(world: &World, to: &str, part: &str) -> String {
    let letters = world.letters();
    link_to(&letters, to, part).unwrap_or_else(|| {
        let sent: Vec<_> = letters.iter().map(|letter| (&letter.recipient, letter.subject())).collect();
        panic!("no {part} to {to}: {sent:?}")
    })
}

async fn fill(visitor: &mut Visitor, path: &str, action: &str, fields: &[(&str, &str)]) {
    let page = visitor.fill_in(path, action, fields).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.words());
}

/// An owner of the organisation, for as long as the story lasts.
fn owner(world: &World) -> Visitor {
    let (name, value) =
        planning::signed_in(&world.house.settings, ORGANISATION, Role::Owner, at("2028-01-01T00:00:00Z"));
    let mut owner = world.visitor("nn");
    owner.carry(name, value);
    owner
}

/// A webinar: she signs up with what few may see, her calendar answers with a comment, and she writes.
async fn webinar(world: &World, door: SocketAddr) {
    world.webinar(&Webinar::default()).await;
    let path = "/pamelding/torg";
    let needs = [("q-needs", "yes"), ("q-needs_text", "Ikkje skalldyr. Ring 91827364.")];
    let fields = [&[("name", NAME), ("email", EMAIL), ("q-municipality", "Volda")][..], &needs].concat();
    fill(&mut world.visitor("nn"), path, path, &fields).await;
    world.sign_up("torg", STAYS[0], STAYS[1]).await;
    world.settle().await;
    let invitation = invited_to_torg(world);
    let yes = answer(&invitation, "ACCEPTED", "20270111T090001Z");
    deliver(door, ADDRESS, SENDER, &yes.replace("END:VEVENT", "COMMENT:Kvalross!\r\nEND:VEVENT")).await;
    deliver(door, ADDRESS, SENDER, &written("SV: Torget", "Kan eg ta med ei havsule?", &invitation.message_id())).await;
    world.settle().await;
    let to_contact = world.letters().into_iter().find(|one| one.recipient == "kurs@distriktssenteret.example.no");
    assert!(to_contact.expect("what she wrote").text().contains("havsule"));
}

fn invited_to_torg(world: &World) -> Received {
    let is_meant =
        |one: &Received| one.recipient == ADDRESS && one.subject().contains("Torget") && one.method().is_some();
    world.letters().into_iter().find(is_meant).expect("a letter")
}

fn written(subject: &str, text: &str, answers: &str) -> String {
    format!(
        "Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from=xn--glymd-wua.example.no\r\n\
         From: Aslaug <{ADDRESS}>\r\nTo: {SENDER}\r\nSubject: {subject}\r\nMessage-ID: <{}@x.example>\r\n\
         In-Reply-To: <{answers}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n",
        uuid::Uuid::new_v4()
    )
}

/// A gathering: her region names her, and asks her to act for it too; she says what she does not eat.
async fn gathering(world: &World) {
    world.network("nettverket", MEMBERS).await;
    world.import("samling.toml", &Gathering { more: QUESTION, ..Gathering::default() }.toml()).await;
    press(&mut owner(world), "samling", &[("what", "invite")]).await;
    world.settle().await;
    let acting = link(world, "kari@namdal.example", LINK);
    fill(&mut world.visitor("nn"), &acting, &acting, &naming(NAME, EMAIL, "elected")).await;
    let deputy = [("what", "deputy"), ("deputy_name", NAME), ("deputy_email", EMAIL)];
    fill(&mut world.visitor("nn"), &acting, &acting, &deputy).await;
    world.settle().await;
    let named = world.letters().into_iter().find(|one| one.subject().contains("Stemmer det at du kjem"));
    let own = local(&named.expect("a letter").link("/mi/").expect("her page"));
    let change = format!("{own}/endre");
    let answers = [("name", NAME), ("language", "nn"), ("q-mat", "Nøtteallergi")];
    fill(&mut world.visitor("nn"), &change, &change, &answers).await;
}

/// A conference: she speaks, is invited by name and signs up; somebody else types her address; organisers note something; and
/// what is sent to her comes back.
async fn conference(world: &World, door: SocketAddr) {
    let speaks = CONFERENCE.replace("key = \"opning\"", "key = \"opning\"\nspeakers = [\"aslaug\"]");
    world.import("bylivkonferansen.toml", &format!("{speaks}{SPEAKER}")).await;
    let mut owner = owner(world);
    let (new, send) = (format!("{LIST}/invitasjonar/nye"), format!("{LIST}/invitasjonar/send"));
    let person = format!("{NAME} <{EMAIL}>, Bortkomen kommune");
    let csrf = owner.get(&new).await.value("csrf").expect("a form");
    let shown = owner.post(&new, &[("csrf", &csrf), ("people", &person), ("language", "nn")]).await;
    let seen = shown.value("sett").unwrap_or_else(|| panic!("{}", shown.words()));
    let hold = [("csrf", csrf.as_str()), ("people", &person), ("language", "nn"), ("sett", &seen), ("do", "hold")];
    assert_eq!(owner.post(&new, &hold).await.status, StatusCode::SEE_OTHER);
    let seen = owner.get(&send).await.value("sett").expect("what is let go");
    assert_eq!(owner.post(&send, &[("csrf", &csrf), ("sett", &seen)]).await.status, StatusCode::SEE_OTHER);
    world.settle().await;
    let invited = link(world, ADDRESS, "/invitert/");
    let token = invited.rsplit('/').next().expect("a token").to_owned();
    let path = "/pamelding/bylivkonferansen";
    let fields = [("name", NAME), ("email", EMAIL), ("form", "in_person"), ("invitasjon", token.as_str())];
    fill(&mut world.visitor("nn"), &invited, path, &fields).await;
    let twin = [("name", "Aslaug Lomvi"), ("email", EMAIL), ("form", "in_person")];
    fill(&mut world.visitor("nn"), path, path, &twin).await;
    let stays = [("name", STAYS[0]), ("email", STAYS[1]), ("form", "in_person")];
    fill(&mut world.visitor("nn"), path, path, &stays).await;
    world.settle().await;
    let (csrf, id) = found(&mut owner).await;
    let note = [("csrf", csrf.as_str()), ("note", "Ein merkverdig fugl.")];
    let noted = owner.post(&format!("{LIST}/{id}/merknad"), &note).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.words());
    let mut to_her = world.letters();
    to_her
        .retain(|one| one.recipient == ADDRESS && one.subject().contains("BYLIVkonferansen") && one.method().is_some());
    deliver(door, "", SENDER, &came_back(&to_her.pop().expect("a letter").message_id())).await;
    world.settle().await;
}

/// The owner finds her in the list: what the form carries, and the id of her sign-up.
async fn found(owner: &mut Visitor) -> (String, String) {
    let csrf = owner.get(LIST).await.value("csrf").expect("a form");
    let found = owner.post(LIST, &[("csrf", &csrf), ("sok", NAME)]).await;
    let id = found.body.split(&format!("{LIST}/")).find_map(|rest| {
        let id = rest.get(..36)?;
        id.parse::<uuid::Uuid>().is_ok().then(|| id.to_owned())
    });
    (csrf, id.unwrap_or_else(|| panic!("nobody in {}", found.words())))
}

fn came_back(message_id: &str) -> String {
    let lines = [
        "From: MAILER-DAEMON@mx.example",
        &format!("To: {SENDER}"),
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        &format!("<{ADDRESS}>: 550 5.1.1 no such user"),
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        &format!("Final-Recipient: rfc822; {ADDRESS}"),
        "Action: failed",
        "Status: 5.1.1",
        &format!("Diagnostic-Code: smtp; 550 5.1.1 <{ADDRESS}>: no such user"),
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        &format!("To: <{ADDRESS}>"),
        &format!("Message-ID: <{message_id}>"),
        "",
        "--b--",
        "",
    ];
    lines.join("\r\n")
}

/// Waits until somebody can be found nowhere, and tells where they still can.
async fn nowhere(world: &World, marks: &Marks) -> Vec<String> {
    let begun = Instant::now();
    loop {
        world.settle().await;
        let mut found = world.traces(marks).await;
        if found.is_empty() {
            found = world.traces_in_bytes(marks);
        }
        if found.is_empty() || begun.elapsed() > Duration::from_secs(10) {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_somebody_who_was_forgotten_there_is_no_trace_but_in_numbers() {
    let (marks, those_who_stay) = (Marks::new(&MARKS, &[EMAIL, ADDRESS]), Marks::new(&STAYS, &[STAYS[1]]));
    let log = Log::listen(&marks);
    for way in SMALL_AND_LARGE {
        let (port, small) = (free_port(), !way.broker);
        let world = World::begin_with(way, |settings| {
            settings.lmtp = Some(format!("127.0.0.1:{port}"));
            settings.authserv_id = Some(AUTHSERV_ID.to_owned());
            if small {
                settings.smtp = None;
            }
        })
        .await;
        let door = SocketAddr::from(([127, 0, 0, 1], port));
        webinar(&world, door).await;
        gathering(&world).await;
        conference(&world, door).await;

        // She comes to each of them that opens its doors.
        until(&world, "2027-03-16T08:55:00Z").await;
        let join = link(&world, ADDRESS, "/webinar/torg/delta/");
        let mut visitor = world.visitor("nn");
        let csrf = visitor.get(&join).await.value("csrf").expect("a form");
        let came = visitor.post(&join, &[("csrf", &csrf)]).await;
        assert_eq!(came.status, StatusCode::SEE_OTHER, "{way:?}: {}", came.words());
        until(&world, "2027-05-11T08:00:00Z").await;
        let mut owner = owner(&world);
        let (csrf, id) = found(&mut owner).await;
        let came = owner.post(&format!("{LIST}/kom"), &[("csrf", &csrf), ("id", &id), ("kom", "ja")]).await;
        assert_eq!(came.status, StatusCode::SEE_OTHER, "{way:?}: {}", came.words());
        // What nobody can place is kept aside for some days.
        let strange = invited_to_torg(&world);
        let uid = strange.property("UID").expect("an entry");
        let strange = answer(&strange, "DECLINED", "20270511T080000Z").replace(&uid, "nobody@x.example");
        deliver(door, ADDRESS, SENDER, &strange).await;
        until(&world, "2027-05-13T14:00:00Z").await;
        let before = world.traces(&marks).await;
        for service in SERVICES.iter().filter(|service| **service != "portal") {
            assert!(before.iter().any(|found| found.starts_with(service)), "{way:?}: not in {service}: {before:#?}");
        }
        assert_eq!(before.iter().any(|found| found.contains(".eml")), small, "{way:?}: {before:#?}");

        // She writes to the organisation, and its owner deletes everything in one go.
        let path = format!("/arrangor/personar/{ORGANISATION}");
        let fields = [("email", EMAIL), ("why", "Sak 27/1"), ("do", "erase"), ("sure", "ja")];
        fill(&mut owner, &path, &path, &fields).await;
        world.settle().await;
        assert_eq!(world.traces(&marks).await, Vec::<String>::new(), "{way:?}: at once");
        world.pass(TimeDelta::hours(1)).await;
        assert_eq!(nowhere(&world, &marks).await, Vec::<String>::new(), "{way:?}: in an hour");
        eventually("no queue has anything in it", async || world.queued().await == 0).await;
        let of_stays = world.traces(&those_who_stay).await;
        assert!(of_stays.iter().any(|found| found.starts_with("registration ")), "{way:?}: only who wanted it is gone");

        // Half a year after the conference everybody else is deleted too, and nobody has to ask for it.
        until(&world, "2027-11-10T14:00:00Z").await;
        world.pass(TimeDelta::hours(1)).await;
        assert_eq!(nowhere(&world, &those_who_stay).await, Vec::<String>::new(), "{way:?}");
        let numbers = owner.get(&format!("{LIST}/tal")).await;
        assert_eq!(numbers.status, StatusCode::OK, "{way:?}");
        let receipts =
            world.rows("registration").await.iter().filter(|row| row.starts_with("registration erasure:")).count();
        assert!(receipts >= 5, "{way:?}: {receipts} receipts");
        let (lines, all) = log.heard();
        assert_eq!(lines, Vec::<String>::new(), "{way:?}: in the log");
        assert!(all > 100, "{way:?}: {all} lines");
        world.end().await;
    }
}
