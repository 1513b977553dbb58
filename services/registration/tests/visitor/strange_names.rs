//! Names that are made to deceive, from wherever somebody is signed up, and every list and file that they come out in.

use crate::world::{FORM, World, event, right};
use axum::http::StatusCode;
use host::testing::Kind;
use proto::account::Role;
use serde_json::json;
use std::io::{Cursor, Read};

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const OWN: &str = "distriktssenteret";

/// What is typed, and what is kept of it; nothing where it is no name.
fn names() -> Vec<(String, Option<String>)> {
    let flood = |letter: char| std::iter::once(letter).chain(std::iter::repeat_n('\u{30a}', 90)).collect::<String>();
    let same = |name: &str| (name.to_owned(), Some(name.to_owned()));
    let becomes = |name: &str, kept: &str| (name.to_owned(), Some(kept.to_owned()));
    let refused = |name: &str| (name.to_owned(), None);
    vec![
        same("=HYPERLINK(\"//x.no\";\"Åse\")"),
        same("+Åse"),
        same("-Åse"),
        same("Åse;=1+1,\"=1+1"),
        becomes("\t=Åse", "=Åse"),
        becomes("\r=Åse", "=Åse"),
        same("<script>alert(1)</script>"),
        same("Åse\"><img src=x onerror=alert(1)>"),
        becomes("Kari \u{202e}nnamdroN\u{202c}", "Kari nnamdroN"),
        becomes("\u{2066}Ås\u{2069}\u{200b}e\u{200e} \u{feff}Ø\u{ad}d\u{200d}", "Åse Ød"),
        (format!("{}se", flood('A')), Some(format!("A{}se", "\u{30a}".repeat(4)))),
        same(&"Å".repeat(100)),
        refused(&"Å".repeat(101)),
        refused("\u{3164}\u{200b}"),
        refused("K\u{0}ari"),
        refused("Kari\u{85}Bcc: alle@x.no"),
        refused("Kari\r\nBcc: alle"),
        refused("@Kari"),
        refused("=1+1"),
    ]
}

#[tokio::test]
async fn a_name_deceives_nobody_wherever_it_comes_in_and_out() {
    let mut event = event();
    for pool in &mut event.sign_up.pools {
        pool.capacity = None;
    }
    let world = World::with(Kind::Sqlite, &event).await;
    let (mut wanted, mut number) = (Vec::new(), 0);
    for (typed, kept) in names() {
        for way in ["form", "api", "organiser"] {
            number += 1;
            let email = format!("person{number}@x.no");
            let fields = right(&[("name", &typed), ("email", &email)]);
            let status = match way {
                "form" => world.post(FORM, &fields).await.status,
                "api" => {
                    let body = json!({
                        "name": typed, "email": email, "language": "nn", "choices": [],
                        "answers": { "attend": "in_person", "kitchen": "Egg", "municipality": "1577" },
                    });
                    world.api(Some(&format!("a-key-of-its-own-{number}")), &body).await.status
                }
                _ => world.post_as(&format!("{LIST}/ny"), OWN, Role::Editor, &fields).await.status,
            };
            let refused = status == StatusCode::UNPROCESSABLE_ENTITY;
            assert_eq!(refused, kept.is_none(), "{way}: {typed:?} is answered {status}");
            wanted.extend(kept.clone());
        }
    }
    let rows = world.rows().await;
    assert_eq!(rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>(), wanted);

    let mut pages = vec![LIST.to_owned(), format!("{LIST}/tal"), format!("{LIST}/behov"), format!("{LIST}/skilt")];
    pages.extend(rows.iter().step_by(3).map(|row| format!("{LIST}/{}", row.id)));
    let own = rows.iter().step_by(3).map(|row| world.link(row));
    for (path, own) in pages.into_iter().map(|page| (page, false)).chain(own.map(|page| (page, true))) {
        let page = if own { world.get(&path).await } else { world.get_as(&path, OWN, Role::Owner).await };
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for hostile in ["<script>alert", "<img src=x", "\u{202e}", "\u{2066}", "\u{200b}", &"\u{30a}".repeat(5)] {
            page.says_not(hostile);
        }
    }

    let file = |format: &'static str| [("format", format), ("why", "Liste"), ("behov", "ja")];
    let csv = world.post_as(&format!("{LIST}/eksport"), OWN, Role::Owner, &file("csv")).await;
    let table = tables::rows(csv.body.trim_start_matches('\u{feff}')).expect("a table");
    assert_eq!(table.len(), rows.len() + 1);
    for cell in table.iter().flat_map(|row| &row.cells) {
        assert!(!tables::is_formula(cell), "{cell}");
    }
    let (_, workbook) = world.file_as(&format!("{LIST}/eksport"), Role::Owner, &file("xlsx")).await;
    let mut workbook = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut cells = String::new();
    workbook.by_name("xl/worksheets/sheet1.xml").expect("a sheet").read_to_string(&mut cells).expect("text");
    assert!(cells.contains("<sheetData>") && !cells.contains("<f>") && !cells.contains("<f "), "{cells}");
    let kitchen = [("why", "Kjøken"), ("format", "csv")];
    let badges = [("kva", "namneskilt"), ("why", "Skilt")];
    for (path, fields) in [("eksport", &file("pdf")[..]), ("behov", &kitchen[..]), ("skilt", &badges[..])] {
        let (status, bytes) = world.file_as(&format!("{LIST}/{path}"), Role::Owner, fields).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!bytes.is_empty(), "{path}");
    }
}
