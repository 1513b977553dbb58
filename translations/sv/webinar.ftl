# Sidor om webbinarier: den öppna sidan, vägen in i mötet och arrangörens sida.

# Den öppna sidan
webinar-when = När
webinar-where = Var
webinar-online = Digitalt
webinar-both = { $venue }, och digitalt
webinar-price = Pris
webinar-organisers = { $count ->
    [one] Arrangör
   *[other] Arrangörer
}
webinar-deadline = Sista anmälan
webinar-about = Om webbinariet
webinar-choices = När du anmäler dig kan du också välja
webinar-series = Fler webbinarier i serien
webinar-questions = Frågor?
webinar-ask = Fråga { $name }:

webinar-sign-up = Anmäl mig
webinar-wait = Sätt mig på väntelistan
webinar-places-left = { $count ->
    [one] 1 ledig plats
   *[other] { $count } lediga platser
}
webinar-full = Webbinariet är fullbokat.
webinar-full-with-list = { $waiting ->
    [0] Webbinariet är fullbokat, men du kan ställa dig på väntelistan.
    [one] Webbinariet är fullbokat, men du kan ställa dig på väntelistan. Där står 1 nu.
   *[other] Webbinariet är fullbokat, men du kan ställa dig på väntelistan. Där står { $waiting } nu.
}
webinar-early = Anmälan öppnar { $when }.
webinar-closed = Anmälan är stängd. Fråga arrangören om det finns plats.
webinar-now = Webbinariet pågår och anmälan är stängd. Är du anmäld hittar du din länk i mejlet från oss.
webinar-over = Webbinariet är slut.
webinar-cancelled = Webbinariet är inställt.
webinar-link-comes = När du är anmäld får du en egen länk till mötet i ett mejl och i kalendern.
webinar-calendar = Lägg till i kalendern
webinar-calendar-hint = Möteslänken kommer med i kalendern först när du anmäler dig.

# Vägen in
webinar-join-title = Var med på { $title }
webinar-join = Gå in i mötet
webinar-join-text = Mötesrummet är öppet. Tryck på knappen så kommer du direkt in.
webinar-join-personal = Länken är bara till för dig. Dela den inte med andra: De kan anmäla sig själva.
webinar-door-early = Mötesrummet är inte öppet än
webinar-door-early-text = Du kan gå in från { $when }. Kom tillbaka hit då.
webinar-door-again = Försök igen
webinar-door-over = Webbinariet är slut
webinar-door-over-text = Tack för att du ville vara med. Vi hoppas att vi ses en annan gång.
webinar-door-waiting = Du står på väntelistan
webinar-door-waiting-text = Du har ingen plats än. Vi hör av oss så fort det finns en plats till dig.
webinar-door-withdrawn = Du är avanmäld
webinar-door-withdrawn-text = Därför gäller länken inte längre. Vill du vara med ändå kan du anmäla dig igen.
webinar-door-cancelled-text = Du behöver inte göra något med din anmälan.
webinar-door-unknown = Länken fungerar inte
webinar-door-unknown-text = Den kan vara fel, eller så är den utbytt. Använd länken i det senaste mejlet du fick om webbinariet.
webinar-to-page = Till sidan om webbinariet

# Till arrangören
webinar-organiser-back = Till översikten
webinar-organiser-public = Den öppna sidan
webinar-organiser-sign-ups = Anmälningar
webinar-organiser-letters = Brev
webinar-organiser-numbers = Siffror
webinar-organiser-admitted = Har plats
webinar-organiser-waiting = Står på väntelistan
webinar-organiser-places-left = Lediga platser
webinar-organiser-unlimited = Obegränsat
webinar-organiser-joined = Har varit med
webinar-organiser-doors = Mötesrummet
webinar-organiser-doors-text = Deltagarna kommer in från { $from } till { $until }.
webinar-organiser-revision = Utgåva
webinar-meeting-heading = Mötesadress
webinar-meeting-hint = Adressen från den som tillhandahåller mötesrummet. Den står inte i något mejl och ingen kalender, så du kan byta den när som helst utan att någon behöver ett nytt brev.
webinar-meeting-label = Adress till mötesrummet
webinar-meeting-save = Spara mötesadressen
webinar-meeting-saved = Mötesadressen är sparad. Länkarna som deltagarna har fått leder dit nu.
webinar-meeting-wrong = Mötesadressen måste vara en hel adress som börjar med https://
