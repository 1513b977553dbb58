use crate::House;
use crate::print::line;
use anyhow::{Context, bail};
use chrono::Utc;
use migrations::SERVICES;
use proto::Language;

/// Tries everything the program leans on and says in words what is wrong.
pub async fn run(house: &House) -> anyhow::Result<()> {
    let mut wrong = 0;
    let mut tell = |what: &str, result: anyhow::Result<String>| match result {
        Ok(fine) => line(format_args!("fine   {what}: {fine}")),
        Err(error) => {
            wrong += 1;
            line(format_args!("wrong  {what}: {error:#}"));
        }
    };
    tell("clock", clock());
    tell("data folder", data(house));
    for service in SERVICES {
        tell(&format!("database of {service}"), database(house, service).await);
    }
    tell("sensitive answers", answers(house).await);
    tell("broker", broker(house).await);
    tell("e-mail", e_mail(house).await);
    match portal::try_providers(&house.settings).await {
        Ok(tried) => tried.into_iter().for_each(|(name, result)| tell(&format!("sign-in at {name}"), result)),
        Err(error) => tell("sign-in at providers", Err(error)),
    }
    tell("templates", templates(house));
    tell("address", address(house));
    if wrong > 0 {
        bail!("{wrong} of these must be put right");
    }
    Ok(())
}

fn clock() -> anyhow::Result<String> {
    let now = Utc::now();
    if now.timestamp() < 1_790_000_000 {
        bail!("it is set to {now}, which is before this program was made; links and reminders would be wrong");
    }
    Ok(now.format("%Y-%m-%d %H:%M UTC").to_string())
}

fn data(house: &House) -> anyhow::Result<String> {
    let folder = &house.settings.data;
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let tried = folder.join(format!("tried-{}", std::process::id()));
    std::fs::write(&tried, b"tried").with_context(|| format!("cannot write into {}", folder.display()))?;
    std::fs::remove_file(&tried)?;
    Ok(folder.display().to_string())
}

async fn database(house: &House, service: &'static str) -> anyhow::Result<String> {
    if house.settings.database.is_none() && !house.settings.data.join(format!("{service}.db")).exists() {
        return Ok("not made yet; `moteplass serve` makes it".to_owned());
    }
    let host = house.host(service).await?;
    let state = bus::state(&host.db, house.clock.now()).await?;
    if state.set_aside > 0 {
        bail!(
            "{} messages were set aside; `moteplass replay --set-aside --service {service}` lists them",
            state.set_aside
        );
    }
    Ok(format!("tables up to date, {} messages to carry, {} to do", state.unsent, state.waiting))
}

async fn answers(house: &House) -> anyhow::Result<String> {
    let Some(name) = house.vault.seals_with() else {
        bail!("answers_key is not set, and registration does not start without it");
    };
    if house.settings.database.is_none() && !house.settings.data.join("registration.db").exists() {
        return Ok(format!("will be sealed with the key {name}"));
    }
    let (unreadable, plain) = registration::unlike_sealed(&house.host(registration::NAME).await?).await?;
    if unreadable > 0 {
        bail!("those of {unreadable} people are sealed with a key that is not among answers_key");
    }
    Ok(match plain {
        0 => format!("sealed with the key {name}"),
        _ => format!(
            "sealed with the key {name}, but for those of {plain} people, whose turn comes when registration starts"
        ),
    })
}

async fn broker(house: &House) -> anyhow::Result<String> {
    if !house.large() {
        return Ok("none set; messages stay in this process".to_owned());
    }
    bus::amqp::check(&house.settings, &SERVICES).await?;
    let parked = bus::amqp::count_parked(&house.settings, &SERVICES).await?;
    if parked > 0 {
        bail!("{parked} of what arrived could not even be stored; `moteplass replay --parked` lists them");
    }
    Ok("reached, with every exchange and queue in place".to_owned())
}

async fn e_mail(house: &House) -> anyhow::Result<String> {
    mail::try_out(&house.settings).await?;
    let mailboxes = mail::try_mailboxes(&house.settings).await?;
    let (mut unplaced, mut held_back) = (0, None);
    if house.settings.database.is_some() || house.settings.data.join("mail.db").exists() {
        let host = house.host("mail").await?;
        let (_, given_up) = mail::incoming(&host.db, house.clock.now()).await?;
        if given_up > 0 {
            bail!("{given_up} letters that came in could not be dealt with; the log says why");
        }
        let contacts = mail::contacts_here(&host).await?;
        if !contacts.is_empty() {
            bail!("letters to the contact of {} come in here, so nobody gets what people write", contacts.join(", "));
        }
        unplaced = mail::unplaced(&host.db).await?;
        held_back = mail::held_back(&host.db).await?;
        let to_ourselves = mail::to_ourselves(&host.db).await?;
        if to_ourselves > 0 {
            bail!("{to_ourselves} letters were not passed on, since letters to the contact come in here");
        }
    }
    let way = match house.settings.smtp {
        Some(_) => "the mail server greets us".to_owned(),
        None => format!("no server set; letters are written into {}", house.settings.data.join("letters").display()),
    };
    let way = match mailboxes {
        0 => way,
        _ => format!("{way}; {mailboxes} mailboxes can be read"),
    };
    let way = match held_back {
        None => way,
        Some(since) => format!("{way}; letters are held back since {}", since.format("%Y-%m-%d %H:%M UTC")),
    };
    Ok(match unplaced {
        0 => way,
        _ => format!("{way}; {unplaced} letters that came in could not be placed, and are kept for a week"),
    })
}

fn templates(house: &House) -> anyhow::Result<String> {
    let text = super::render::every_template(&house.text);
    let samples = super::render::pages();
    for language in Language::ALL {
        for sample in &samples {
            sample.render(&text, language).with_context(|| format!("{} in {language}", sample.template))?;
        }
    }
    Ok(format!("{} pages and letters can be made in {} languages", samples.len(), Language::ALL.len()))
}

fn address(house: &House) -> anyhow::Result<String> {
    let url = &house.settings.url;
    let here = url.host_str().is_some_and(|host| host == "localhost" || host.starts_with("127."));
    if url.scheme() != "https" && !here {
        bail!("{url} is without https, so cookies and links could be read on the way");
    }
    Ok(url.to_string())
}
