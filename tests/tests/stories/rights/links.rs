//! Links of every kind that are not ours, or ours for something else.

use crate::rights::site::Place;
use host::Purpose;
use tests::World;
use uuid::Uuid;

/// Every route with a link in it, opened with what is no link of its kind: whatever is the matter with it, the answer is the same.
pub(super) async fn mangled(world: &World, places: &[Place], wrong: &mut Vec<String>) {
    let keys = &world.house.keys;
    let id = Uuid::from_u128(4711);
    let purposes = [
        Purpose::Manage,
        Purpose::Join,
        Purpose::Feed,
        Purpose::SignIn,
        Purpose::Speak,
        Purpose::Propose,
        Purpose::Panel,
        Purpose::Delegate,
        Purpose::Follow,
    ];
    // Of nobody, whatever it is for; of nobody any more; cut off; with a letter too many; another's; made up.
    let mut links: Vec<String> = purposes.iter().map(|purpose| keys.token(*purpose, id, 0)).collect();
    links.push(keys.token(Purpose::Manage, id, 7));
    let whole = links[0].clone();
    links.extend([whole[..20].to_owned(), format!("{whole}A"), whole.to_lowercase()]);
    links.extend(["x".to_owned(), "%00".to_owned(), "%E2%80%AEevil".to_owned(), "A".repeat(4_000)]);
    for place in places.iter().filter(|place| place.route.contains("{token}")) {
        let mut first: Option<(u16, String)> = None;
        for link in &links {
            let path: Vec<&str> = place
                .route
                .split('/')
                .zip(place.path.split('/'))
                .map(|(own, at)| if own == "{token}" { link } else { at })
                .collect();
            let path = path.join("/");
            let mut visitor = world.visitor("nn");
            let page = visitor.get(&path).await;
            let csrf = page.value("csrf").unwrap_or_default();
            let body = page.body.replace(&path, "").replace(&csrf, "");
            let answer = (page.status.as_u16(), body.replace(&path.replace('%', "%25"), ""));
            match &first {
                None if ![404, 405, 410].contains(&answer.0) => wrong.push(format!("{path} is answered {}", answer.0)),
                None => first = Some(answer),
                Some(first) if *first != answer => {
                    wrong.push(format!(
                        "{path} is answered {}, and others {}\n{}\n{}",
                        answer.0, first.0, answer.1, first.1
                    ));
                }
                Some(_) => {}
            }
        }
    }
}
