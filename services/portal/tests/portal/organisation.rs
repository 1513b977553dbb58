use crate::browser::{Answer, Browser};
use crate::world::{ORGANISATIONS, enter, organisations};
use axum::http::StatusCode;
use bus::testing::said_of;
use host::Host;
use host::testing::{KINDS, host};
use portal::store;
use proto::account::Role;
use proto::organisation::{Organisation, OrganisationChanged, Theme};
use proto::{Language, Localised};

const PAGE: &str = "/arrangor/organisasjon/distriktssenteret";
const LOGO: &str = "/arrangor/organisasjon/distriktssenteret/logo";

async fn organisation(host: &Host) -> Organisation {
    store::organisation::with_slug(&host.db.read, "distriktssenteret").await.expect("read").expect("one")
}

/// What the page sends, with some fields otherwise.
fn fields<'f>(otherwise: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let usual = [
        ("revisjon", "1"),
        ("namn-nn", "Distriktssenteret"),
        ("namn-nb", "Distriktssenteret"),
        ("namn-en", "Centre for Rural Development"),
        ("avsendar", "pamelding@example.org"),
        ("personvern", "https://example.org/personvern"),
        ("tilgjenge", "https://uustatus.no/nn/erklaringer/publisert/1"),
        ("dagar", "180"),
        ("tema", "blue"),
    ];
    let required = [("krav", "nn"), ("krav", "nb")];
    let kept = usual.into_iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    kept.chain(required).chain(otherwise.iter().copied()).collect()
}

async fn save(browser: &mut Browser, otherwise: &[(&str, &str)]) -> Answer {
    browser.post(PAGE, PAGE, &fields(otherwise)).await
}

#[tokio::test]
async fn what_owners_write_is_said_to_all_and_shown() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        assert!(kari.get("/arrangor").await.text.contains(&format!("href=\"{PAGE}\"")));
        let before = said_of::<OrganisationChanged>(&host.db).await.len();
        let basis = "Oppgåve i allmenta si interesse <artikkel 6>";
        let changes = [
            ("dagar", "90"),
            ("epost", "ombod@example.org"),
            ("grunnlag-nn", basis),
            ("namn-sv", "Distriktscentret"),
            ("tema", "brick"),
        ];
        assert_eq!(save(&mut kari, &changes).await.location(), format!("{PAGE}?gjort=lagra"));
        let said = said_of::<OrganisationChanged>(&host.db).await;
        let newest = &said.last().expect("said").organisation;
        assert_eq!((said.len(), newest.revision, newest.retention_days), (before + 1, 2, 90));
        assert_eq!(newest.name.0[&Language::Sv], "Distriktscentret");
        assert_eq!(*newest, organisation(&host).await);
        assert_eq!(newest.theme, Theme::Brick);
        let page = kari.get(PAGE).await.text;
        assert!(page.contains("<html lang=\"nn\" data-color-scheme=\"auto\" data-theme=\"brick\">"));
        let privacy = kari.get("/personvern").await.text;
        assert!(
            privacy.contains("Oppgåve i allmenta si interesse &lt;artikkel 6&gt;")
                && privacy.contains("ombod@example.org")
        );

        let same = [&changes[..], &[("revisjon", "2")]].concat();
        assert_eq!(save(&mut kari, &same).await.status, StatusCode::SEE_OTHER);
        assert_eq!(said_of::<OrganisationChanged>(&host.db).await.len(), before + 1, "nothing was changed");
    }
}

#[tokio::test]
async fn two_who_write_at_once_do_not_overwrite_each_other_unseen() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let mut ola = enter(&host, "ola@example.org", "distriktssenteret", Role::Owner).await;
        let (shorter, elsewhere) = (fields(&[("dagar", "30")]), fields(&[("avsendar", "ny@example.org")]));
        let (one, other) = tokio::join!(kari.post(PAGE, PAGE, &shorter), ola.post(PAGE, PAGE, &elsewhere));
        let mut statuses = [one.status, other.status];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
        let late = if one.status == StatusCode::CONFLICT { &one } else { &other };
        assert!(
            late.text.contains("Nokon har endra dette medan du skreiv")
                && late.text.contains("name=\"revisjon\" value=\"2\"")
        );

        let third = save(&mut kari, &[("dagar", "77")]).await;
        assert_eq!(third.status, StatusCode::CONFLICT);
        assert!(third.text.contains("value=\"77\""), "what was typed is kept");
        assert_ne!(organisation(&host).await.retention_days, 77);
        let knowing = save(&mut kari, &[("dagar", "77"), ("revisjon", "2")]).await;
        assert_eq!(knowing.status, StatusCode::SEE_OTHER);
        assert_eq!(organisation(&host).await.retention_days, 77);
    }
}

#[tokio::test]
async fn a_file_does_not_take_back_what_was_written_on_the_page() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        save(&mut kari, &[("dagar", "90")]).await;
        let file = ORGANISATIONS.replace("retention_days = 365", "retention_days = 300");
        let imported = portal::import_organisations(&host, &file, "organisations.toml").await.expect("a good file");
        assert_eq!(
            (imported.edited, imported.changed),
            (vec!["distriktssenteret".to_owned()], vec!["bylivsenteret".to_owned()])
        );
        assert_eq!(organisation(&host).await.retention_days, 90);
    }
}

#[tokio::test]
async fn mistakes_are_told_and_nothing_is_kept() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let before = organisation(&host).await;
        for (field, value, words) in [
            ("namn-nb", "", "Skriv namnet (Bokmål)"),
            ("tilgjenge", "", "Ho byrjar med https://"),
            ("personvern", "javascript:alert(1)", "Ho byrjar med https://"),
            ("dagar", "731", "Skriv eit tal frå 1 til 730"),
            ("avsendar", "<script>", "E-postadressa må innehalde @"),
            ("telefon", "ring", "Skriv telefonnummeret med siffer"),
            ("tema", "gold", "Vel fargar"),
        ] {
            let refused = save(&mut kari, &[(field, value)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(refused.text.contains(words) && refused.text.contains("<title>Feil:"), "{field}");
            assert!(!refused.text.contains("<script>"));
        }
        let page = kari
            .post(PAGE, &format!("{PAGE}?sprak=en"), &fields(&[("dagar", "55"), ("language_switch", "form")]))
            .await;
        assert!(page.text.contains("value=\"55\"") && page.text.contains("<html lang=\"en\""));
        assert_eq!(organisation(&host).await, before);
    }
}

fn picture(red: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(40, 20, image::Rgba([red, 0, 0, 255]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

#[tokio::test]
async fn a_logo_is_made_anew_told_in_words_and_taken_away() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let alt = [("alt-nn", "Eit raudt felt")];
        let svg = |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>").into_bytes();
        let entities = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><svg><text>&b;</text></svg>";
        for (content, texts, words) in [
            (svg("<script>alert(1)</script>"), &alt[..], "Lagre ho som PNG"),
            (svg("<image href='https://x.no/a.png'/>"), &alt[..], "Lagre ho som PNG"),
            (entities.as_bytes().to_vec(), &alt[..], "Lagre ho som PNG"),
            (vec![0; 5 << 20], &alt[..], "høgst 1\u{a0}024 kB"),
            (b"MZ no picture".to_vec(), &alt[..], "Fila er ikkje eit bilete"),
            (vec![0; (1 << 20) + 1], &alt[..], "høgst 1\u{a0}024 kB"),
            (picture(1), &[][..], "Skriv kva biletet viser"),
            (Vec::new(), &alt[..], "Vel ei fil"),
        ] {
            let refused = kari.upload(PAGE, LOGO, texts, &content).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(refused.text.contains(words), "{words}: {}", refused.text);
        }
        assert_eq!(kari.upload(PAGE, LOGO, &alt, &picture(200)).await.location(), format!("{PAGE}?gjort=lagra"));
        let logo = organisation(&host).await.logo.expect("a logo");
        assert_eq!((logo.width, logo.height, logo.alt), (40, 20, Localised::from([(Language::Nn, "Eit raudt felt")])));
        assert_eq!(kari.get(&logo.path).await.status, StatusCode::OK);
        kari.upload(PAGE, LOGO, &[("alt-nn", "Noko anna")], &[]).await;
        let told = organisation(&host).await.logo.expect("a logo");
        assert_eq!((told.path.as_str(), told.alt.get(Language::Nn)), (logo.path.as_str(), "Noko anna"));
        kari.upload(PAGE, LOGO, &[("fjern", "ja")], &[]).await;
        assert_eq!(organisation(&host).await.logo, None);
        assert_eq!(kari.get(&logo.path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_owners_see_and_change_their_own_organisation() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let before = organisation(&host).await;
        for role in Role::ALL {
            for slug in ["distriktssenteret", "bylivsenteret"] {
                if (role, slug) == (Role::Owner, "distriktssenteret") {
                    continue;
                }
                let mut somebody = enter(&host, &format!("{role:?}@{slug}.example"), slug, role).await;
                assert_eq!(somebody.get(PAGE).await.status, StatusCode::NOT_FOUND, "{role:?} in {slug}");
                let changed = somebody.post("/arrangor/konto", PAGE, &fields(&[("dagar", "1")])).await;
                assert_eq!(changed.status, StatusCode::NOT_FOUND);
                let logo = somebody.upload("/arrangor/konto", LOGO, &[("alt-nn", "x")], &picture(9)).await;
                assert_eq!(logo.status, StatusCode::NOT_FOUND);
            }
        }
        let mut owner = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        assert_eq!(owner.get("/arrangor/organisasjon/finst-ikkje").await.status, StatusCode::NOT_FOUND);
        assert_eq!(owner.post_plain(PAGE, &fields(&[("dagar", "1")])).await.status, StatusCode::FORBIDDEN);
        assert_eq!(owner.upload("/", LOGO, &[("fjern", "ja")], &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(Browser::new(&host).await.get(PAGE).await.status, StatusCode::SEE_OTHER);
        assert_eq!(organisation(&host).await, before);
    }
}
