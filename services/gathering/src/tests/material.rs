use super::world::{ORGANISER, SLUG, World, gathered};
use crate::pages::material::AT_ONCE;
use crate::store::material::{Facts, of};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use bus::testing::eventually;
use host::testing::KINDS;
use proto::account::Role;

const PDF: &str = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
const TITLES: [(&str, &str); 2] = [("title-nn", "Rapport <1>"), ("title-nb", "Rapport <1>")];

/// Sends the form of a kind, with a file if there is one.
async fn send(
    world: &World,
    cookie: &str,
    kind: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &str)>,
) -> super::world::Answer {
    let (visit, csrf) = host::testing::visitor(&world.host);
    let mut body = String::new();
    for (name, value) in fields.iter().copied().chain([("csrf", csrf.as_str())]) {
        body.push_str(&format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    let (name, content) = file.unwrap_or_default();
    body.push_str(&format!(
        "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/html\r\n\r\n{content}\r\n--x--\r\n"
    ));
    let request = Request::post(format!("{ORGANISER}/materiale/{kind}"))
        .header(header::COOKIE, format!("{visit}; {cookie}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body));
    world.ask(request.unwrap()).await
}

async fn kept(world: &World) -> Vec<Facts> {
    of(&world.host.db.read, world.gathering().await.id).await.unwrap()
}

#[tokio::test]
async fn what_is_for_the_network_is_there_for_nobody_else() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let mut fields = TITLES.to_vec();
        fields.push(("visible", "network"));
        let done = send(&world, &editor, "dokument", &fields, Some(("../Årsmøte (1).pdf", PDF))).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        send(&world, &editor, "dokument", &fields, Some(("../Årsmøte (1).pdf", PDF))).await;
        let id = kept(&world).await.remove(0).id;
        assert_eq!(kept(&world).await.len(), 1, "sent twice, kept once");

        let public = format!("/samling/{SLUG}/materiale/{id}");
        assert_eq!(world.get(&public).await.status, StatusCode::NOT_FOUND);
        assert!(!world.get(&format!("/samling/{SLUG}")).await.text.contains("Rapport"));
        let link = world.links("namdal").await.remove(0);
        let page = world.get(&format!("{link}/materiale")).await;
        assert!(page.text.contains("Rapport &lt;1&gt;") && page.text.contains("(PDF, 1 kB)"), "{}", page.text);
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
        assert!(world.get(&link).await.text.contains(&format!("{link}/materiale")));
        let file = world.get(&format!("{link}/materiale/{id}")).await;
        assert_eq!((file.status, file.text.as_str()), (StatusCode::OK, PDF));
        assert_eq!(file.header(header::CONTENT_TYPE), "application/pdf", "whatever the sender says");
        assert!(file.header(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"_rsm_te -1.pdf\""));
        assert!(file.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
        for forged in ["/delegasjon/x/materiale".to_owned(), format!("/delegasjon/x/materiale/{id}")] {
            assert_eq!(world.get(&forged).await.status, StatusCode::NOT_FOUND, "{forged}");
        }

        fields.push(("link", "https://ssb.example/statistikk"));
        let all: Vec<_> =
            fields.iter().copied().map(|(name, value)| (name, if name == "visible" { "all" } else { value })).collect();
        let done = send(&world, &editor, "dokument", &all, None).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert!(world.get(&format!("/samling/{SLUG}")).await.text.contains("https://ssb.example/statistikk"));

        let gone = [("material", id.to_string())];
        let gone: Vec<(&str, &str)> = gone.iter().map(|(name, value)| (*name, value.as_str())).collect();
        world.press(&format!("{ORGANISER}/materiale"), &editor, &gone).await;
        assert_eq!(world.get(&format!("{link}/materiale/{id}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(kept(&world).await.len(), 1);

        // When the gathering has been, this is all that a link leads to.
        world.host.clock.set("2027-04-28T13:00:00Z".parse().unwrap());
        assert_eq!(world.get(&link).await.header(header::LOCATION), format!("{link}/materiale"));
        let page = world.get(&format!("{link}/materiale")).await.text;
        assert!(page.contains("https://ssb.example/statistikk") && !page.contains("Til delegasjonen"), "{page}");
    }
}

#[tokio::test]
async fn no_more_documents_are_sent_at_once_than_there_is_memory_for() {
    let world = gathered(KINDS[0]).await;
    let editor = world.signed_in("distriktssenteret", Role::Editor);
    let mut fields = TITLES.to_vec();
    fields.push(("visible", "all"));
    let large = PDF.replace("trailer", &format!("% {}\ntrailer", "x".repeat(400_000)));
    send(&world, &editor, "dokument", &fields, Some(("rapport.pdf", &large))).await;
    let id = kept(&world).await.remove(0).id;
    let path = format!("/samling/{SLUG}/materiale/{id}");
    let ask = || world.answer(Request::get(&path).body(Body::empty()).unwrap());
    let mut slow = Vec::new();
    for _ in 0..AT_ONCE {
        let answer = ask().await;
        assert_eq!(answer.headers()[header::CONTENT_LENGTH], large.len().to_string());
        slow.push(answer);
    }
    assert_eq!(ask().await.status(), StatusCode::SERVICE_UNAVAILABLE);
    slow.pop();
    // Who has read it, or goes away, holds up nobody.
    for _ in 0..2 {
        eventually("it is sent", async || world.get(&path).await.text == large).await;
    }
}

#[tokio::test]
async fn indicators_and_examples_stand_on_the_public_page() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let mut fields = TITLES.to_vec();
        fields.extend([("visible", "all"), ("value", "12,4"), ("unit", "prosent"), ("source", "SSB")]);
        assert_eq!(send(&world, &editor, "indikator", &fields, None).await.status, StatusCode::SEE_OTHER);
        fields.extend([("municipality", "Volda"), ("description-nn", "Dei opna <torget>.")]);
        assert_eq!(send(&world, &editor, "eksempel", &fields, None).await.status, StatusCode::SEE_OTHER);
        let page = world.get(&format!("/samling/{SLUG}")).await.text;
        for words in
            ["Indikatorar", "12,4 prosent", "kjelde: SSB", "Gode eksempel", "(Volda)", "Dei opna &lt;torget&gt;."]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_and_what_was_typed_is_kept() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let script = "%PDF-1.7\n1 0 obj << /S /JavaScript >> endobj\n%%EOF\n";
        let only = [("title-nn", "Berre \"nynorsk\"")];
        let wrong = send(&world, &editor, "dokument", &only, Some(("a.pdf", script))).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Skriv tittelen", "Fila inneheld makroar", "Berre &quot;nynorsk&quot;"] {
            assert!(wrong.text.contains(words), "{words}: {}", wrong.text);
        }
        for (name, content, words) in [
            ("a.pdf", "<html><script>", "Vi tek ikkje imot filer av dette slaget"),
            ("a.docx", PDF, "Fila er noko anna enn namnet seier"),
            ("", "", "Vel ei fil, eller skriv ei lenkje"),
        ] {
            let wrong = send(&world, &editor, "dokument", &TITLES, Some((name, content))).await;
            assert!(wrong.text.contains(words), "{words}: {}", wrong.text);
        }
        assert_eq!(send(&world, &editor, "vits", &TITLES, None).await.status, StatusCode::NOT_FOUND);
        assert!(kept(&world).await.is_empty());
    }
}

#[tokio::test]
async fn only_editors_attach_and_only_genuine_forms_do() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let page = format!("{ORGANISER}/materiale");
        for (role, sees) in [(Role::Reader, true), (Role::Numbers, true)] {
            let cookie = world.signed_in("distriktssenteret", role);
            let seen = world.look(&page, &cookie).await;
            assert_eq!(seen.status == StatusCode::OK, sees);
            assert!(!seen.text.contains("<form method=\"post\" action=\"/arrangor"), "{}", seen.text);
            assert_eq!(
                send(&world, &cookie, "dokument", &TITLES, Some(("a.pdf", PDF))).await.status,
                StatusCode::NOT_FOUND
            );
        }
        let other = world.signed_in("narvik-kommune", Role::Owner);
        assert_eq!(world.look(&page, &other).await.status, StatusCode::NOT_FOUND);
        assert_eq!(send(&world, &other, "dokument", &TITLES, Some(("a.pdf", PDF))).await.status, StatusCode::NOT_FOUND);
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let forged = world.send(&page, &editor, "csrf=x&material=x".to_owned()).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert!(kept(&world).await.is_empty());
    }
}
