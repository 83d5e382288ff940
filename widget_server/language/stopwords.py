"""Words of a question that say nothing about what it asks for: function words, question words, politeness.

"Waar kan ik terecht voor een huisarts?" asks for a huisarts. Such words are in the index (a title may be "Wie
zijn wij") but cost a question nothing when they are missing. Left out of these lists, because they carry
the question: hulp, helpen, help and their like; negations and zonder/without/без, which turn it round;
and words that are ordinary nouns too (можна is a stop word, право is not).
"""

from typing import Final

from widget_server.language.folding import fold
from widget_server.languages import Language

_DUTCH: Final = """
    de het een der des den 't 'n
    ik jij je u gij hij zij ze wij we jullie hen hun mij me jou hem haar ons zich uzelf mezelf jezelf zichzelf
    mijn m'n jouw uw zijn z'n onze d'r
    dit dat deze die er hier daar ergens iets iemand alles alle allen elk elke ieder iedere iedereen men
    en of maar want dus als dan toen terwijl omdat doordat zodat hoewel indien tenzij ook nog al wel toch even
    in op aan bij naar van voor met uit over door tot om te ter ten tegen tussen onder af per via tijdens na sinds
    binnen vanaf vanuit volgens wegens rond
    wie wat waar wanneer waarom waarheen waarvandaan waarmee waarvoor waarop waarover waaraan waarin hoe hoeveel
    hoelang welk welke wiens
    ben bent is was waren geweest wees word wordt worden werd werden geworden
    heb hebt heeft hebben had hadden gehad
    kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest zal zult zullen zou zouden
    wil wilt willen wilde wou ga gaat gaan doe doet doen gedaan krijg krijgt krijgen kom komt komen laat laten
    zoek zoeken vind vinden terecht graag weten weet vertellen zeggen
    alstublieft alsjeblieft svp aub hallo hoi dag goedendag goedemorgen goedemiddag dank bedankt dankjewel dankuwel
    beste geachte mevrouw meneer vraag vraagje
    zo heel erg zeer veel meer meest nu eens gewoon misschien eigenlijk zelf ander andere anders wat voor
    """

_ENGLISH: Final = """
    a an the
    i you he she it we they me him us them myself yourself himself herself itself ourselves themselves
    my your his her its our their mine yours hers ours theirs
    this that these those there here some any someone anyone somebody anybody something anything everyone everything
    and or but so if then than because while although as also too just even still already yet
    in on at by to from of for with about into onto over under between through during after before since until up out off
    who whom whose what which where when why how whether
    am is are was were be been being do does did doing done have has had having
    can could may might must shall should will would
    i'm i've i'd i'll you're you've we're we've they're it's that's there's what's where's who's how's
    get got getting go going gone come want wants wanted need needs needed like look looking find finding know
    let tell say ask
    please hello hi hey dear thanks thank sir madam kindly
    very much many more most now maybe really other another such own same
    """

_UKRAINIAN: Final = """
    я ти він вона воно ми ви вони мене мені мною тебе тобі тобою його йому ним неї їй нею нас нам нами вас вам вами
    їх їм ними себе собі собою
    мій моя моє мої мого моєї моєму моїй мою моїм моїх моїми твій твоя твоє твої наш наша наше наші нашого нашої ваш ваша
    ваше ваші вашого вашої свій своя своє свої свого своєї свою своїм своїх їхній її
    це цей ця ці цього цієї цьому цій цю цим цих той та те ті того тієї тому тій ту тим тих такий така таке такі
    хто кого кому ким що чого чому чим який яка яке які якого якої якому якій яку яким яких де куди звідки коли як скільки
    чи чий чия чиє навіщо
    десь кудись хтось щось якийсь якась якісь хтонебудь щонебудь
    і й а але або та чи бо якщо якби то тоді щоб коли поки хоча тому також теж ще вже лише тільки навіть саме ж же би б
    в у на з із зі до від для про за над під при через після перед між серед біля по о об крім
    є був була було були бути буду будеш буде будемо будете будуть
    можу можеш може можемо можете можуть можна міг могла могли треба потрібно потрібен потрібна потрібні слід
    варто мушу має маю маєш маємо маєте мають мати хочу хоче хочемо хочете хочуть хотів хотіла хотіли хотілося
    шукаю шукаємо шукати знайти отримати звернутися звертатися зробити робити дізнатися знати знаю
    підкажіть скажіть порадьте допоможіть будь ласка прошу дякую спасибі привіт вітаю добрий доброго день дня вечір ранок
    шановні пане пані
    дуже більше багато мало зараз тут там сюди туди так мабуть просто весь вся все всі всього всіх
    """

_RUSSIAN: Final = """
    я ты он она оно мы вы они меня мне мной мною тебя тебе тобой его ему им него нему ним её ей ею неё ней нас нам нами вас
    вам вами их ими них ними себя себе собой
    мой моя моё мои моего моей моему мою моим моих моими твой твоя твоё твои наш наша наше наши нашего нашей ваш ваша ваше
    ваши вашего вашей свой своя своё свои своего своей свою своим своих
    это этот эта эти этого этой этому эту этим этих тот та то те того той тому ту тем тех такой такая такое такие
    кто кого кому кем что чего чему чем какой какая какое какие какого каком какую каким каких который которая которое
    которые где куда откуда когда как сколько зачем почему чей чья чьё
    кудато гдето ктото чтото какойто кактонибудь ктонибудь чтонибудь гденибудь какойнибудь
    и а но или да ли если бы б то тогда чтобы пока хотя потому также тоже ещё уже лишь только даже именно ж же
    в во на с со из к ко до от для о об обо про за над под при через после перед между среди около по у кроме
    есть был была было были быть буду будешь будет будем будете будут
    могу можешь может можем можете могут можно мог могла могли надо нужно нужен нужна нужны следует должен должна должны
    хочу хочет хотим хотите хотят хотел хотела хотели хотелось бы имею имеет
    ищу ищем искать найти получить обратиться обращаться сделать делать узнать знать знаю
    подскажите скажите посоветуйте помогите пожалуйста прошу спасибо привет здравствуйте добрый доброго день дня вечер утро
    уважаемые
    очень больше много мало сейчас тут там здесь сюда туда так наверное просто весь вся всё все всего всех
    """

_STOPWORDS: Final[dict[Language, frozenset[str]]] = {
    "nl": frozenset(map(fold, _DUTCH.split())),
    "en": frozenset(map(fold, _ENGLISH.split())),
    "uk": frozenset(map(fold, _UKRAINIAN.split())),
    "ru": frozenset(map(fold, _RUSSIAN.split())),
}


def stopwords(language: Language) -> frozenset[str]:
    """The folded words that say nothing in a question in `language`."""
    return _STOPWORDS[language]


def is_stopword(word: str, language: Language) -> bool:
    """Whether the folded `word` says nothing in a question in `language`.

    >>> is_stopword("waar", "nl"), is_stopword("hulp", "nl"), is_stopword("zonder", "nl")
    (True, False, False)
    """
    return word in _STOPWORDS[language]
