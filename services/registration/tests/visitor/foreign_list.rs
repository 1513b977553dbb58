//! Sign-ups that another form collected, taken in from a file.

use crate::world::{World, event};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::account::Role;
use registration::store::audit::{self, Action};
use registration::store::registration::State;

const OWN: &str = "distriktssenteret";
const LIST: &str = "/arrangor/pameldingar/levande-sentrum/hent-inn";
const FILE: &str = "/arrangor/pameldingar/levande-sentrum/hent-inn/fil";
const CSV: &str = "ID;Namn;E-post;Kommune;Kva må kjøkenet vite?\n\
    1;Åse Ødegård;aase@kommune.no;Volda;Egg\n\
    2;=1+1 <b>Per</b>;per@kommune.no;Atlantis;\n\
    3;Eva;;Volda;\n\
    4;Kari;kari@kommune.no;Volda;\n\
    5;Åse igjen;AASE@kommune.no;Volda;\n";

/// The hidden fields of the page that shows a list, and the columns that are chosen in it.
fn fields(body: &str) -> Vec<(String, String)> {
    let unescaped = |text: &str| {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&#x2f;", "/")
            .replace("&amp;", "&")
    };
    let form = body.split("id=\"form\"").nth(1).expect("a form");
    let mut fields = Vec::new();
    for name in ["liste", "sett"] {
        let at = format!("name=\"{name}\" value=\"");
        let value = form.split(&at).nth(1).and_then(|rest| rest.split('"').next()).expect("a hidden field");
        fields.push((name.to_owned(), unescaped(value)));
    }
    for select in form.split("<select").skip(1) {
        let name = select.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
        let (choices, _) = select.split_once("</select>").expect("an end");
        let chosen = choices
            .split("<option value=\"")
            .find(|one| one.split('>').next().unwrap_or_default().contains(" selected"));
        let chosen = chosen.and_then(|one| one.split('"').next()).unwrap_or_default();
        fields.push((name.to_owned(), chosen.to_owned()));
    }
    fields
}

async fn send(world: &World, fields: &[(String, String)], more: &[(&str, &str)]) -> crate::world::Answer {
    let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = fields.chain(more.iter().copied()).collect();
    world.post_as(LIST, OWN, Role::Editor, &fields).await
}

#[tokio::test]
async fn a_list_is_for_editors_of_the_event() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for role in Role::ALL {
            for (organisation, may) in [(OWN, role.includes(Role::Editor)), ("byliv", false), ("visit", false)] {
                for answer in [
                    world.get_as(LIST, organisation, role).await,
                    world.get_as(FILE, organisation, role).await,
                    world.post_as(LIST, organisation, role, &[]).await,
                    world.hand_in_as(FILE, organisation, role, CSV.as_bytes()).await,
                ] {
                    assert_eq!(
                        answer.status != StatusCode::NOT_FOUND,
                        may,
                        "{organisation} {role:?} {}",
                        answer.status
                    );
                }
            }
        }
        assert!(world.get(LIST).await.location().starts_with("/arrangor/logg-inn?til="));
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn each_line_is_shown_before_it_is_taken_in_and_taken_in_once() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let read = world.hand_in_as(FILE, OWN, Role::Editor, CSV.as_bytes()).await;
        assert_eq!((read.status, read.header("cache-control")), (StatusCode::OK, "no-store"));
        for text in [
            "1 person får plass",
            "1 person kjem på ventelista",
            "1 person er påmeld frå før",
            "1 linje har ei adresse som står lenger oppe",
            "1 linje kan ikkje hentast inn",
            "Meld på 2 personar",
            "Svaret blir ikkje med.",
            "=1+1 &lt;b&gt;Per",
        ] {
            read.says(text);
        }
        assert_eq!(world.rows().await.len(), 1, "looking does nothing");
        let fields = fields(&read.body);
        let looked = send(&world, &fields, &[]).await;
        looked.says("Meld på 2 personar");
        // Other columns are shown before anybody is taken in by them.
        let mut other = fields.clone();
        other.iter_mut().filter(|(name, _)| name == "col-name").for_each(|(_, value)| value.clear());
        let without = send(&world, &other, &[("gjer", "hent-inn")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        without.says("Vel kolonnane med e-post og namn");
        other.iter_mut().filter(|(name, _)| name == "col-name").for_each(|(_, value)| "0".clone_into(value));
        send(&world, &other, &[("gjer", "hent-inn")]).await.says("Sjå på linjene før du hentar inn");
        assert_eq!(world.rows().await.len(), 1);

        let taken = send(&world, &fields, &[("gjer", "hent-inn"), ("language", "sv")]).await;
        taken.says("Lista er henta inn");
        let rows = world.rows().await;
        let stands: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.language.as_str(), row.state)).collect();
        assert_eq!(stands[1], ("Åse Ødegård", "sv", State::Admitted));
        assert_eq!((rows.len(), stands[2].2), (3, State::Waiting));
        let person = format!("/arrangor/pameldingar/levande-sentrum/{}?vis=behov", rows[1].id);
        world.get_as(&person, OWN, Role::Owner).await.says_not("Egg");
        world.get_as(&person, OWN, Role::Owner).await.says("Volda");
        let said = world.said().await;
        assert_eq!(said, ["registration.admitted.v1", "registration.admitted.v1", "registration.waitlisted.v1"]);

        // The same once more, after one of them has signed off: nobody is signed up again.
        world.post(&format!("{}/meld-av", world.link(&rows[1])), &[]).await;
        let again = send(&world, &fields, &[("gjer", "hent-inn"), ("language", "nb")]).await;
        again.says("henta inn før");
        let read = world.hand_in_as(FILE, OWN, Role::Owner, CSV.as_bytes()).await;
        read.says_not("name=\"gjer\"");
        assert_eq!(world.rows().await.len(), 3);
        let deeds = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        assert_eq!(deeds.iter().filter(|deed| deed.action == Action::Added).count(), 2);
    }
}

#[tokio::test]
async fn what_is_no_list_is_told_with_its_line() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for (content, text) in [
            (&b""[..], "Vel ei fil med påmeldingar"),
            (b"Namn;E-post\nH\xe5;x\n", "linje 2 har teikn vi ikkje kan lese"),
            (b"Namn;E-post\n", "Vel ei fil med overskrifter"),
        ] {
            let answer = world.hand_in_as(FILE, OWN, Role::Editor, content).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            answer.says(text);
        }
        for strange in ["", "\t\n", "a\nb"] {
            let answer = world.post_as(LIST, OWN, Role::Editor, &[("liste", strange), ("gjer", "hent-inn")]).await;
            assert_eq!(answer.status, StatusCode::OK);
            answer.says("type=\"file\"");
        }
        world.is_untouched().await;
    }
}
