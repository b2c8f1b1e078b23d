// Nothing but data, written by hand: names borne in Spain by people from here and from elsewhere, folded (fold.ts), without
// apostrophes. A word that is a given name and a surname is decided by its place.

/** Given names of Spain, Portugal and America, where people have two surnames; their short forms, the words of compound ones. */
export const GIVEN_HERE = `
  aaron abel acisclo adara aday adela adelaida adelia adelina adelino ademir adilson adolfino adolfo adon adoracion adria adrian adriana afra agapita agapito
  agata agaton ager agnes agostinho agripina agueda agusti agustin agustina aida ailton aimar aina ainara aingeru ainhize ainhoa ainitze ainize ainoa
  aintza aintzane aiora aitana aitor aitziber aitzol aizpea alaia alain alaitz alazne alba albano albert albertina alberto alcides alda aldara aldonza
  alegria aleix aleixandre alejandra alejandrina alejandro alejo alex alexandra alexandre alexis alfonsa alfonsina alfonso alfredo alicia alipio alirio
  alma almir almodis almudena alodia alonso altagracia altair alvaro alzira amable amada amadeo amadeu amado amador amadora amagoia amaia amalia amancio
  amanda amando amane amaranta amarna amaro ambar ambrosio amelia amets ametz amilcar amor amparito amparo ana anabel anabela anacleto anahi anastasia
  anastasio ander anderson andersson andoni andre andrea andreia andres andresa andreu andronico ane angel angela angeles angelica angelina angels angie
  angustias anibal aniceta aniceto aniol anita anna anne anselma anselmo antia antolina anton antoni antonia antonina antonio antonito antton antxon
  anunciacion anxa anxel anxo anxos aparecida aparicio apolinar apollonia apolonia apolonio aquilina aquilino araceli aracely arantxa arantza arantzazu
  aranzazu arcadio arelis arene argimiro ariadna ariana ariel aristides aristobulo aritz arkaitz arlen arlet arley armanda armando arminda armindo
  arnaldo arnau arnulfo aroa arola arrate arritokieta arsenia arsenio artemio artemisa artur arturo ascensio ascension asela asier asis assumpcio
  assumpta asteria asterio asun asuncion atanasio atxarte augusta augusto aurea aurelia aureliana aureliano aurelino aurelio aurora auxiliadora avelino
  ayda aylin azalea azucena bairon bakarne bakartxo balbina balbino baldomero balduino balendin balere baltasar barbara bartolome bartomeu basilia
  basilio basilisa batiste baudilio bautista bayron bea beatris beatriz bego begona bel belarmino belen belkis belky belmiro benat benedicta benedicto
  benedita benet beni benigna benigno benita benito benjamin benjamina bento berenguela berenice bernabe bernadeta bernadete bernar bernarda bernardina
  bernardino bernardo bernat berni beronika berta bertilda berto bet beto betty betzabe bibiana bibiano bieito biel biela bienvenida bienvenido bihotz
  bittor bixente bladimir blai blanca blanka blas blasa blasida bolivar bonaventura bonifacia bonifacio borja brais branca bras braulia braulio brayan
  brenda breogan brigida bruna bruno bryan buenaventura byron caetano calisto calixto camila camilo camino candela candelaria candida candido canuto
  caridad carina carla carles carlitos carlixta carlos carlota carme carmen carmenza carmina carolina casiano casilda casimiro catalina catarina
  caterina catherine catuxa cayetana cayetano cecilia cecilio ceferino cele celedonia celenia celeste celestina celestino celi celia celinda cels celso
  cenaida cesar cesc chano chantal chari charli charly charo cheli chelo chema chencho chicho chinto chiqui chito choche chon choni chonin chuchi chuni
  chus cindy cinta cinthya cipri cipriano cirila cirilo clara claribel clarisse clariza claudia claudinei claudio cleber cleiton clemencia clemente
  cleofe cleotilde cleto climent clodio clotilde coloma comba conceicao concepcio concepcion concha conchi conchita conrado consol consolacion
  constantina constantino constanza consuelo conxa conxita coromoto cosme cova covadonga crescencio cris crisanto crisostomo crispin crispulo cristeta cristhian
  cristian cristina cristobal cristofol cristopher cruz cuca cuqui curra curri curro custodia custodio dacia dafne dalmau dalmira damaris damaso damia
  damian damiana danel dani daniel daniela daria dario darwin dary dativo david dayana dayanara debora deisi deisy delfin delfina delia delmy demetrio
  denise dennis deogracias deolinda desamparados desideria desiderio desire desiree deyanira deysi diana didac diego dilcia dimas dina diogo diomedes
  dionicio dionisia dionisio diosdado dolo dolores dolors domenec domi domiciano dominga domingo domingos domitila donato dora dores dori doris dorotea
  doroteo dorys dosinda duarte dulce dulci dunia duvan edda edelira edelmira edelmiro ederne edgar edgardo edilberto edilia edilson edison edita edite
  edith edivaldo edmundo edna edorne edorta edson edu eduard eduardo edurne edwin efrain efren egidio egoi eguzkine eider ekain ekaitz eki eladia eladio
  elaia elba elder electra elena elene eleuteria eleuterio eli elia eliana eliane elias elida eliecer elisa elisabet elisabete elisabeth elisenda eliseo
  elisio elixabet elixabete elizabeth elkin elmer elo eloi eloina eloisa eloy elpidio elsa elvia elvira elvis emanuel emerita emerson emeteria emeterio
  emili emilia emiliana emiliano emilio emma empar emperatriz enara enaut encar encarna encarnacio encarnacion encarni encarnita endika enea eneka eneko
  eneritz engracia enma enri enric enrique enriqueta enzo epifania epifanio erasmo erica erik erika erlantz ermelinda ermengol ermitas ernestina ernesto
  errolan erundina erwin escolastica esmeralda esneda esperanca esperanza estanislao esteban estefania estefany estefi estel estela ester esteva esteve
  esther esti estibaliz estitxu estiven estrela estrella etelvina eudald eudosia eufe eufemia eufrasia eufrasio eugeni eugenia eugenio eukene eulali
  eulalia eulises eulogia eulogio eunate eurico eurne eusebia eusebio eustaquia eustaquio eutimia eutimio eutiquio eutropio eva evangelina evarista
  evaristo evelia evelin evelio evelyn ever everardo evert everton exaltacion exequiel expedito ezequiel ezequiela ezquiel fabia fabian fabio fabiola
  fabricio fabrique facunda facundo fanny fany farid farruco faustina faustiniano faustino fausto favio fca fco fe fede federico feli felichi felicia
  feliciana feliciano felicidad felicidade felicisimo felicita felicitas felip felipa felipe felisa feliu felix feliz fer fermin fermina fernanda
  fernando ferran fidel fidela fidelia fidelina filiberto filipa filipe filo filomena filomeno fina fini finita fior firmino fito fiz flavia flor flora
  floralba florbela florencia florencio florentina florentino flori florian floriano florinda floro foncho fonsi fonso fortunata fortunato fran frances
  francesc francesca francia francina francisca francisco franklin frasco frco freddi freddy frederic frederico fredy frida froilan fructuosa fructuoso
  fuco fuencisla fuensanta fulgencio gabi gabri gabriel gabriela gaby gael gaizka gala galla galo gara garazi garbine gari garikoitz gaspar gaudencia
  gaudencio gaxuxa gelasio geles geli gelu gema gemma genaro gene generosa genilson genis genoveva georgia georgina geraldo gerard gerardo german
  germana geronimo gertrudis gervasi gervasio gil gilberto gilma gilmar gilson gimena gines giovani giovanna giovanni gisela givanildo gladis gladiz
  gladys gloria godofredo goizane goizargi goizeder goncalo gontzal gonza gonzalina gonzalo gorgonio gorka gotzone goya goyita goyo graca gracia
  graciano graciela graciete gracinda grau gre grecia gregori gregoria gregorio greta grisel griselda guada guadalberto guadalupe guadi guayarmina guerau guido
  guilherme guille guillem guillermina guillermo guiomar gumersinda gumersindo gurutz gurutze gus gustavo guzman hadriana haizea hamilton harkaitz
  harold harri haydee hector heidy helbert helder helena heliodora heliodoro henar henrique henrry henry heraclio herculano heriberto herme hermelando
  hermelinda hermenegilda hermenegildo herminia herminio hermitas hermogenes hernan hernando hernani hiart higinia higinio hilari hilaria hilario
  hilarion hilda hildebrando hildegarda hipolita hipolito hirma hodei homero honorata honorina honorino honorio horacio hortense hortensia hug hugo
  humber humbert humberto iago ibai ibane ibon icia iciar idaira idalina idoia ifigenia ignacia ignacio ignasi igone igor igotz ihintza iholdi iker
  ikerne ilda ildefonsa ildefonso ilduara iliana ilse iluminada iluminado imanol imelda imma immaculada inacia inacio inaki indalecia indalecio indira
  ines inigo inma inmaculada ino inocencia inocencio iolanda ion ione ioritz iraia iraida iraide iraitz iranzu irati irene ireneo iria irina iris irma
  irune isa isaac isabel isabelita isaias isaura isi isidora isidoro isidra isidre isidro isleny ismael isolina itsaso itxaro itxaropen itxaso itziar
  ivan ivana ivanildo ivet ivete ivette ivo ivone ivonne izan izarne izaro izaskun izaskune iziar jacin jacint jacinta jacinto jackeline jacob jacoba
  jacobina jacobo jacqueline jade jader jadson jagoba jaime jaimito jaione jairo james jan jana jandira jandro janeth janin janire jano januario
  jaqueline jara jasmin jasone jaume jaumet javi javier jazmin jean jeferson jefferson jeison jenara jenaro jeni jenifer jennifer jenny jennyfer
  jeremias jeroni jeronima jeronimo jerson jesenia jesica jessi jessica jesus jesusa jhoana jhon jhonatan jhonny jhoselyn jime jimena jimmy joan joana
  joanes joao joaqui joaquim joaquima joaquin joaquina joel joelma joelson jofre johan johana johanna john johnny jokin jon jonas jonatan jonathan jone
  jonny jordan jordao jordi jorge jorgelina jorja jose joseba josebe josefa josefina josele joselito joseluis joselyn josema josemi josenildo josep
  josepa josete josiane josias josivaldo josu josue josune jovita juan juana juanan juanca juancar juancarlos juanete juanfran juani juanita juanito
  juanjo juanlu juanma juanmi juanpe juanra jucelia judit judite judith jugatx julen julene juli julia julian juliana juliano julieta julieth julio
  julita julito juncal juninho jurgi jussara justa justina justino justo juvenal karen karin karina karla karlos karmele karmelo karmen karol katalin
  katerine katherine katia kattalin keily kelly kenia kenny kepa kerman kevin keyla kike kiko kimberly kimetz kino koke koldo koldobika kontxa kontxi
  koro koruko ladislao lady laia laieta lali lalo lamberto lamia lander lara larisa larraitz lau laura laureana laureano laurentino laurita lazaro leady
  leandra leandro leidy leioar leire lele lena lenin leo leocadia leocadio leon leonarda leonardo leoncio leonel leonela leonidas leonides leonila leonisa
  leonor leopolda leopoldo leovigildo lesbia leslie leti leticia leydi leyre lia liberata liberato libia liborio licinia licinio lida lide lidi lidia
  lierni ligia lilia lilian liliana lina linda lis lisandro lisardo lisbeth lisette lita lito liz lizbeth lizeth llatzer lleo lleonard llibert llibertat
  llora llorenc llorens lluc llucia lluis lluisa lohitz lois lola loli lolita lolo loly longina longinos lope lore lorea loren lorena lorenza lorenzo
  loreto lorgia lourdes loureiro lourenco lourenzo luan lucas lucelly lucena lucero luchi lucho luci lucia luciana luciano luciene lucila lucilia lucilo
  lucimar lucina lucinda lucio lucrecia lucrecio lucy ludivina ludovina luigi luis luisa luisfer luisi luisito luisma luismi luiz luka luken luminosa
  luna lupe lupita lur lurdes lutxi luz luzdary luzdivina luzia luzmarina luzmery luzmila lyda ma mabel mabi maca macarena macario macedonio maciana macrina
  macu madalena maddalen maddi madi mafalda magali magaly magda magdalena magdaleno magi magin magui mai maia maialen maica maicol maider maika maikel
  mailin maira maitane maite maitechu maitena malaquias malen malena malu mamen mamerto mames mane manel manoel manoli manolin manolita manolito manolo
  manrique manu manuel manuela manuelita mar mara maravillas marc marcal marce marcela marcelin marcelina marcelino marcelli marcellina marcelo marcia
  marcial marciana marciano marcio marco marcos maren marga margalida margari margarida margarita margot mari maria mariaje mariajo mariajose marian
  mariana marianela mariangeles mariano maribel maricarmen maricel maricela maricha marichu maricruz mariela marieta marife marije marijo marijose
  marilia marilo marilu mariluz marimar marina marinalva marinha marino mario mariona maripaz maripili marisa marisabel marisel marisol marita marivi
  markel markele marlen marlene marleny marlon marquitos marta marti martin martina martiniano martino martiria maru maruchi maruja maruxa mary maryluz
  maryuri mateo mateu mati matias maties matilde mattin maura mauricia mauricio mauro max maxi maxima maximiana maximiliano maximina maximino maximo
  mayca mayerly maykel maylin mayra mayte mechi medarda medardo medir mel melania melba melchor melchora melcior meli melisa melissa melquiades memo
  menandro menchu mencia menta merce mercedes merceditas merche meritxell mertxe mery messias mia micaela michael michel migl migue miguel miguela
  miguelangel miguelin miguelina miguelon migui mike mikel mikele miki mila milagritos milagros milagrosa milciades mileidy milena milton mimi min mina
  minerva minia mino miquel miquela mira miracle miranda mirari mireia miren mirentxu mireya miriam mirian mirna miro mirta mirtha miryam misleidy
  mitxel modesta modesto moi moises moncha monchi moncho moni monica monika monse montsant montse montserrat mria myriam nachi nacho nadala nadia nagore
  nahia nahuel naia naiara naira naki nancy nando nani nara narci narcis narcisa narciso naroa nata natacha natali natalia natalio natercia nathaly nati
  natividad nativitat nayara nayeli nazaret nazareth nazaria nazario neftali neide nekane nel nela nelcy neli nelida nelly nelo nelson nemesia nemesio
  nena nene neponuceno nerea neri nery nestor neto neus neusa nicanor nicasio niceto nico nicol nicolas nicolasa nicolau nicomedes nicomedia nidia nieves
  nikolas nil nilda nilsa nilson nilton nina nines ninfa nini ninoska nita niurka noa noe noel noelia noemi noemia nofre nohemi nohora nona nonito noor
  nora norberto norma nubia nuncia nuno nuri nuria obdulia obdulina obdulio octavi octavia octaviano octavio odalis odalys odei odete odette odilia
  odilon ofelia oiane oier oihan oihana oihane oinatz olaguer olaia olalla olatz olavo olegario oleguer olga oli olimpia oliva olivia olvido omaira ona
  onditz onelia onesimo onintza onofre orencio orfa orfilia oria oriol orkatz orlando orosia ortzi osane osbaldo oscar osmany osmundo osvaldo oswaldo
  otavio otilia otilio otoniel ovidia ovidio pablin pablo paca pachi pachin pacho pacifico pacita paco pacomio paio palmira palmiro palo paloma
  pancracio pantaleon paola paqui paquillo paquita paquito pascasio pascoal pascu pascual pascuala pasqual pastor pastora paterno patri patrici patricia
  patricio patro patrocinio patxi pau paula paule paulina paulino paulo paz pedrin pedrito pedro pedrojose peio pelagia pelagio pelayo pele pelegri peli
  pello pepa pepe pepeta pepi pepita pepito percy pere peregrina peregrino perfecto perico perpetua peru perutxo petra petronila petronilo pia piedad
  piedade pilar pilara pili pio pipe pitita pitu piu placida placido pol poli policarpa policarpo pomba pompeu pompilio ponc ponciano porfirio
  potenciano praxedes preciosa primitiva primitivo primo priscila prospero protasio prudencia prudencio publio pura puri purificacion purita queralt
  queta quico quim quima quini quino quintin quintina quique quirico quirino quirze quiteria rafa rafael rafaela rafel rafela rafi rafita raimon
  raimunda raimundo rainiero raisa ramir ramira ramiro ramon ramona ramonchu ramoncin ramonin ramonita raquel raul rebeca regiane regina reginaldo
  reinaldo reinier reme remedios remei remi remigia remigio renato rene reparada restituto resurreccion reyes rica ricard ricarda ricardito ricardo
  richi rider rita rivaldo ro rober robert roberta roberto robson robustiana roc rocio rodolfo rodrigo rogelia rogelio roger rogerio roi rolando roman
  romana romario romeu romina romualda romualdo romulo ronald ronaldo ronny roque rosa rosalba rosalia rosalina rosalio rosana rosangela rosario rosaura
  roseli rosella rosemary rosenda rosendo roser rosi rosilene rosimeire rosio rosita rosivaldo rosmary rosmery rossend roxana rubem ruben ruby rudy rufi
  rufina rufino rui rulo ruperta ruperto ruso rut rute ruth sabas sabela sabi sabin sabina sabino sabrina sacra sacramento sadurni sagra sagrada
  sagrario saioa salome salus salustiana salustiano salvador salvadora salvi samanta samantha samara samuel sandalia sandalio sandra sandri sandro santi
  santia santiago santos sara saray sari saru satur saturio saturnina saturnino saul seba sebas sebastia sebastian sebastiana sebastiao secundina
  secundino secundo sefa sefi segis segismunda segismundo segundo sele selena selma semiramis semprona sendoa senen senena sento serafim serafin
  serafina serapia serapio serena sergi sergia sergio serni servando serviliano seve severiana severiano severina severino shaila sheila shirley sila
  silvana silveria silverio silvestre silvi silvia silvina silvino silvio simao simeon simo simon simona simone sinesio sinforiano sio sira sirlene
  sixta sixto socorro sofi sofia sol sole soledad sonia sonso soraia soraya sorkunde sorne soterana sotero stalin stefany stella steven stiven sueli suely
  sugoi sulay susana susanna susi suso tachi tadeo tadeu tamara tancredo tania tano tarcisio tareixa tasio tati tatiana tato tavi tecla tegra telesfora
  telesforo telma telmo tensi teo teodolina teodomira teodomiro teodor teodora teodoro teodosia teodosio teodula teodulo teofanes teofila teofilo
  teolinda tere teresa terese terezinha tete thiago tiago tiburcio timoteo tina tinet tinin tino tirsa tirso titi tito tobias tofol tolo tomas tomasa
  tomasin tome tomeu tomi tomy tona tonet toni tonia tonin tonina tonio tono torcuata torcuato toribia toribio tote triana trifina trifon trina trini
  trinidad trinitaria tristan tula tulio ture tuto txaro txell txema txomin txus ubalda ubaldo udane ulises ulpiano unai unax urbana urbano uriel urko
  ursino ursula urtzi usoa uxia uxio uxue valdecir valdemar valdir valenti valentin valentina valeria valeriana valeriano valerico valerio valter
  valvanera vanda vane vanesa vanessa vasco vega venancia venancio venecia veneranda ventura venustiano vera veremundo veridiana verisima vero veronica
  veronico vice vicen vicencia vicent vicenta vicente vicentet vicentin vicenzo vicki vicky victor victoria victoriano victorina victorino victorio
  vidal vidalina viki vilma vinicius vinyet violeta virgilio virginia virginio virtudes visi visitacion vitaliano viti vito vitor vitoria vitorio
  viviana vladimir wagner walda waldo walter walther wanderlei washington welington wellington wenceslaa wenceslao wendy wesley wilber wilfredo wilian
  william willy wilman wilmer wilson wilton xabi xabier xacinto xacobe xaime xana xandre xanti xare xaro xavi xavier xeila xela xell xenia xenxo xesc
  xesca xesus xian xiana xiao xil xim xima ximena ximet ximo xiomara xisca xisco xoan xoana xoaquin xoel xose xuban xulia xulian xulio xurxo xusto
  yadira yago yaima yaiza yaki yamile yamileth yamilka yaneli yanelis yanelys yanet yaneth yanira yaquelin yara yaritza yasmin yasmina yayo yeimy yeison
  yenisey yenny yeny yeray yerko yesenia yesica yessenia yessica yeyo yipsi yoan yoandri yocasta yoel yohana yokasta yola yolanda yoli yon yordan yoselin yosune
  yosvany yovana yoyo yudy yuleisy yuli yuliana yulieth yunior yurani yurena yuri yurre yusimi zaca zacarias zacaries zahira zaid zaida zaira zaloa ze zebenzui zeferino
  zelia zeltia zenaida zenobia zenobio zenon zigor zita zoila zoilo zoraida zoraya zosimo zuberoa zuhaitz zuleica zuleima zulema zulma zulmira zunilda
  zurine zutoia
`;

/** Given names of other countries. */
export const GIVEN_ELSEWHERE = `
  aamir abd abdalah abdallah abdel abdelali abdelatif abdelaziz abdelhadi abdelhafid abdelhak abdelhalim abdelhamid abdelilah abdelkader abdelkarim
  abdelkrim abdellah abdellatif abdelmajid abdelmalek abdelouahed abdelouahid abdelwahab abdelwahid abderrahim abderrahman abderrahmane abderrazak
  abdesalam abdeslam abdessamad abdesslam abdou abdoul abdoulaye abdourahmane abdul abdulah abdulkarim abdullah abdullahi abdulrahman abena abid abigail
  abul achim adam adama adebayo adeel adel adele adelheid adewale adiaratou adil adnan adolf adrien adwoa aftab afzal agathe agneta agnieszka agostino
  agron ahmad ahmed ahmedbaba aicha aidan aine aisha aisling aissa aissata aissatou aivars aixa akbar akhtar akiko akosua akram akua alamgir alan
  alassane alastair alberta albrecht aldo alec aleksandar aleksander aleksandr aleksandra aleksei alena alessandra alessandro alessia alessio alexander
  alexandria alexandru alexei alexey alfons alfred alhassane ali alice alicja alin alina aline aliou alioune alison allal allan allison alois alpha
  altaf altin alyona ama amadou amadu amal amandine amar amath amber amedeo amelie amelita amin amina aminata amine aminul amir amira amjad amy anahit
  anais analyn anamaria anas anastasios anastasiya anatolii anatoliy anatoly anca anders andreas andree andreea andrei andrew andrii andris andrius
  andriy andrzej anelia angelika angelo anghel angiola angus ani anil anisoara anja anjum anke ann annabel annalisa annamaria anneke annelies anneliese
  annemarie annette annick annie annika anouar anthony antje antoine antoinette antonella antonello antonino anwar aoife aram arash arben arianna arif
  ariful arjen arjun arlette arman armelle armen armin arnaud arne arnel arnold arshad arta artem arthur aruna arunas asad asbjorn asen asghar asha
  ashley ashok ashot ashraf asif aslam asma assane assia assitan asta astou astrid atif attila attilio audrey august auguste aurel aurelian aurelie
  aurelien aurore austin ava awa axel axelle aya ayesha ayman aymen ayodele ayoub ayse azam azhar aziz aziza azizul baba babacar babatunde bacary bachir
  badara badia badr bahadur bakari bakary bal balbir baldev baljinder baljit balla balwant balwinder banta baptiste barbel barry bartosz bas bashir
  bassirou bastian bastien bathilde beata beate beatrice becky behrouz belinda ben benedetta benedetto benedicte benedikt bengt benoit berangere
  bernadette bernard bernd bernhard bernhardt bert bertrand besnik beth bethany bettina beverley bhupinder bianca bilal bilel bill billy bineta binetou
  binta birame birgit birgitta biser bisera bishnu bisi bjorn blandine blerim blessing bob bobby bogdan bogdana boguslaw bohdan bojan boris borislav
  borys bouba boubacar boubakar bouchaib bouchra boyko bozena bozhena bozhidar bradley brahim bram brandon branko brendan brett brian bridget brigitta
  brigitte britt bronwyn bruce bucharaya bukola burkhard bushra buyema caitlin callum calum camelia cameron camilla camille capucine carine carl carlo
  carmela carmelo carmine carol carole caroline carolyn carsten catalin cathy cecile cedric celine cesare cezar cezary chaimae charanjit charito charlene
  charles charlie charlotte cheick cheikh chej chelsea cherry cheryl chiara chidi chika chinedu chioma chloe chris christa christel christelle christian
  christiane christina christine christof christoph christophe christopher christos chukwuemeka chunhua chunmei chunyan cinzia ciprian ciro claire clare
  claude claudette claudine claudiu claus clelia clemence clemens clement clive codrut codruta coen colette colin colm concetta connor conor constance
  constanta constantin corentin corina corinne cornel cornelia corrado corrie cosimo cosmin cosmina costache costantino costel costica costin coumba
  courtney craig crenguta crina cristiano crystal csaba cynthia cyril cyrille czeslaw daan dado dag dagmar dah daisy daiva dale dalia daljit damiano
  damien dan dana dandan daniele danielle danijela danilo danut danuta danylo daouda daphne darina darius dariusz darren darya daryna dave davide
  davinder davit dawda dawn dean debbie deborah declan deepak deepika deida deirdre dejan delphine demba denis denisa denys derek dermot desislava
  desmond despina detlef detlev deyan diama diane diarra didier dieter dietmar dietrich dieynaba dilip dimitar dimitrina dimitrios dinesh dirk djenaba
  djenabou djeneba djibril djiby dmitri dmitrii dmitriy dmitry dmytro dobrin doina domenica domenico dominic dominik dominique donald donatella dongmei
  donna doreen dorel dorin dorina dorota dorothea dorothee dorothy doru doudou dougal douglas dounia dragan dragana dragos dris driss dritan dumitra
  dumitrita dumitru durga dylan dzintars eamon eamonn eberhard ebou ebrima ecaterina eckhard edeltraud edlira edmond edmund edoardo edouard eduarda
  edward edyta eero efosa efua egle eileen eilidh eivind ejaz ekaterina ekow elaine eleanor eleni eleonora eleonore elfriede elhadj elhadji elin elio
  elisabeta elisabetta elise elitsa elka elke ella ellen ellie elodie elona els elsbeth elzbieta emanuela emanuele embarec embarek emeka emeline emelita
  emil emile emilie emiliya emily emine emmanuel emmanuelle emre endurance eniko enkeleda enrica enrico eoin erhard eric erich erin erlinda ermanno
  ernst erzsebet esi esosa estelle estera ethan etienne ettore euan eufrosina eugen eugene eugenie evan eve evelina evelyne evgeni evgenia evgeniya
  evgeny ewa ewald ewan ewelina fabiana fabien fabienne fabrice fabrizio fadila fadoua faheem faisal faith faiza falk fallou fang fangfang fanta farhad
  farhan farida farooq faruk farzana fatah fatih fatiha fatim fatima fatimazahra fatimetu fatma fatmir fatna fatou fatoumata favour faycal faye fazal
  federica fedir fedor fei feifei felice felicity femke feng ferdinand ferdinando ferenc fergus fernand ferruccio filip filippo fiona fionn fiorella
  flavie flavio flavius fleur floarea floor florante florea florence florent florentin florica florin florina fode folake fouad franca france francesco
  francine francis franck franco francois francoise frank frans franz franziska frauke fred freda freddie frederick frederique fredrik freja friederike
  friedhelm friedrich frits fritz fulvia fulvio funmilayo gabriele gabriella gabrielle gaelle gaetan gaetana gaetano gagandeep gaia gail galia galina
  galya ganga gareth garry gary gaston gavin gayane geanina geert geeta genevieve gennady gennaro gentian geoff geoffrey georg george georges georgeta
  georgette georgi georgiana georgii georgios georgy gerald geraldine gerd gerda gergana gerhard gerlinde germaine gernot gerrit gert gertrud geta
  gevorg ghazala gheorghe gheorghita gherghina ghislain ghislaine ghizlane ghulam ghyslaine giacomo giada giampaolo giancarlo gianfranco gianluca
  gianluigi gianmarco gianmaria gianna gianni giannina giannis gianpaolo gianpiero giedre gijs gilbert gilberte gilda gilles gillian gina ginel ginette
  ginevra gino gintaras gioacchino giordano giorgi giorgia giorgio gisele gita giulia giuliana giuliano giulio giuseppa giuseppe giuseppina giusy glen
  glenda glenn godfrey godwin golnaz goodness gopal gora goran gordana gordon gorgui gottfried grace graeme graham grainne grant grazia graziana
  graziano graziella grazyna greg gregoire gregor gregory grigore grigori grigory grzegorz gudrun guglielmo guillaume gulzar gunilla gunnar gunter
  gunther guntis guohua guoping guoqiang gurdeep gurjit gurmeet gurmit gurpreet gurvinder gurwinder gustav gustave guy gwen gwenaelle habib habiba
  habibatou hadi hafid hafida hafsa haibo haider haijun haitham haiyan haiying hajar hakan hakim hakima hakob halima halina halyna hamdi hamid hamida
  hamna hamudi hamza hana hanae hanan hanane hanna hannah hanne hannelore hannes hans happiness haralambie harald harbhajan hardeep hari harjeet
  harjinder harjit harm harmeet harpal harpreet harriet harry hartmut haruka harvey harvinder harwinder hasan hasmik hasna hasnaa hassan hatice hawa
  hawoyel hayat hayk hayley hazel heather hedda hedwig heide heidemarie heidi heike heikki heiko heiner heinrich heinz helen helene helga helge helle
  helmut helmuth hendrik henk hennadiy henning henri henriette henrik henryk heorhii herbert hermann herve hetty hicham hilary hilde hildegard hina hind
  hiroshi hisham hoa hocine holger holly hong hongmei hongwei hongyan honorine horatiu horia horst hosni hossain hossein houcine houda houria houssam
  howard hristina hristo hryhorii hryhoriy hubert hugh hugues huguette hui huifang huimin huiying humaira huong husain hussain hussayn hussein iain ian
  iancu ibrahim ibrahima ibraima ida idris ifeanyi iftikhar ignazio ihor ihsan ijaz ikechukwu ikram ilaria ildiko ileana ilham ilias ilie ilinca ilir
  iliyana illia ilona ilya ilyas ilyass ilze imad iman imane imke immacolata imogen imran imtiaz inas inderjit ineke inese inga inge ingeborg inger
  ingmar ingo ingrid inna intizar ioana ioannis ionel ionela ionelia ionica ionut iosif iqbal irakli irena irfan irmgard irmtraud irshad iryna isabell
  isabella isabelle ishaq ishtiaq iskra isla ismail ismaila isobel issa issam issiaka istvan italo iulia iulian iuliana iuliu iurii iustin ivanka ivanna
  ivano ivaylo ivica ivy iwona izabela izabella jaap jaber jabir jacek jack jackie jacky jacopo jacques jadiyetu jadwiga jagdish jagjit jagroop jagtar
  jahanara jahangir jainaba jake jakob jakub jalal jamal jamie jamila jamshed jane janet janice janina janis janneke janos janusz jaouad jarmila
  jaroslav jaroslaw jasbir jasmina jasmine jason jaspal jasper jaspreet jasvir jaswant jaswinder jatinder javaid javed javeria jawad jay jeanne jeannine
  jeff jeffrey jelena jelle jenna jens jeremie jeremy jeroen jerome jerry jerzy jesper jessie jhun jianfeng jianguo jianhua jianjun jianmin jianping
  jianwei jie jihad jihane jill jim jindrich jing jingjing jinhua jinlong jinmei jinping jip jiri jitka joachim joanna joanne jocelyn jocelyne jochen
  jodie joe joelle joginder johann johannes joke jolanda jolanta jomar joost jordane jorg jorgen joris jos josef joseph josephine josette josh joshua
  jovelyn joy joyce jozef judy juha jukka jules juliane julie julien juliette jun junaid june junjie junwei juraj jurga jurgen jurgita justin justine
  justyna jutta jyoti kaarina kaba kabita kadiatou kadidiatou kadija kai kaisa kaleem kalidou kalifa kalina kaloyan kamal kamaljit kamel kamen kamil
  kamila kamla kamrul kaoutar karam kari karim karima karine karl karlheinz karolina karsten kashif katarzyna kate katerina kateryna katharina kathleen
  kathrin kathryn kathy katie katja katrin katya kausar kavita kawsu kay kayleigh kazimierz kebba kees kehinde keiko keira keith kenji kenneth kenza
  kerry kerstin kestutis ketevan khadeeja khadidja khadija khadijatou khadim khadra khady khairul khaled khalid khalil khaoula khatuna khurram khushi
  kieran kifah kim kimberley kinga kiran kiril kirill kirsi kirsten kirsty kjell kjersti klaas klaus klodiana knut koen kofi kojo konrad konstantin
  konstantinos korka kostas kostyantyn krasimir krasimira krishna kristian kristiina kristin kristina kristine kristoffer krystian krystyna krzysztof
  ksenia kseniya kuldeep kuldip kulwant kulwinder kurt kwabena kwaku kwame kyle kyrylo labat laetitia lahcen lahouari lahsen laila laima lakhvir
  lakhwinder lakshmi lal lala lamiae lamin lamine lamis lan landing lando lanying larbi larosi lars larysa lassana lasse lassine laszlo latifa laure
  lauren laurence laurene laurent laurentiu lavinia lawrence laxmi layla lea leah leandre leanne lee leena lehbib lehsen lei leif leigh leila len leni
  lenka lennart lenuta leonard leonhard leonid leonie leontina leopold lesia lesley lesya leszek letizia lev levan lewis liam liana liaqat liaquat libor
  lidiya lieke lies liesel lieselotte liga ligaya lihua liisa lijuan lili liliane lilit liliya lilou lily limin linas lindsay lindsey linh linnea lionel
  liping lisa liubov liudmila liudmyla liv livia livio liviu liying ljiljana lloyd logan loic lone loredana lorella loretta lorna lorraine lothar lotte
  loubna louis louise loup luana luba lubna lubomir luc luca lucian lucica lucie lucien lucienne lucretia lucrezia ludek ludivine ludmila ludmyla
  ludovic ludwig luigia luigina lukas lukasz luke luminita lusine lutz luuk luzviminda lydia lydie lynda lynn lynne lyuba lyubomir lyubov lyudmila
  maaike maalainin maarten machteld madalin madalina maddalena madeleine mael maelle maeva magnus maha mahayub mahbub mahdi mahesh mahjouba mahmoud
  mahmud mahsa maike maimouna maja majda majid majida maka makan maksim maksym malak malam malang malcolm malgorzata malick malik malika malin malkit
  mamadou mamadu mame mamoudou manana mandeep manfred mangue manish manisha manjeet manjinder manjit manlio manoj manon manpreet mantas maqsood marcel
  marcella marcelle marcello marcica marcin marcus mareike marek margaret margareta margarete margarethe margaux margery margherita margit margret
  margriet marguerite marharyta mariam mariama mariame mariangela marianna marianne mariatou maricica marie mariella marielle mariem mariia marijke
  marilena marilou marin marine marinela marinica marioara marion marit marites marius mariusz mariya mariyana marja marjan marjorie mark marketa markku
  marko markus marlies marloes marouane martha marthe martial martijn martine martins martyn marwa marwan maryam maryline maryna maryse marzena massamba
  massimiliano massimo mateusz mathias mathieu mathilde mathis mats matt matteo matthew matthias matthieu matti maud maureen maurice maurizio mavis
  maxence maxim maxime maximilian maxine may maya mazen mazhar mba mbacke mbaye mechthild mees megan mehdi mehmet mehmood mehrdad mehwish mei meifang
  meihua meike meiling meinhard meissa meiying melanie melody menno mercy merete meriem merlyn meryem metodi mette mher michaela michal michela michele
  micheline michelle mieczyslaw mieke mihaela mihai mihail mihaita mihnea mika mikael mikhail mikhailo mikkel mikko milada milan mildred miles milica
  millie milos miloud miloudi mimoun mimouna mimoune mimoza mindaugas ming minghua mingxia minh minna minodora mirabela mircea mireille mirela mirella
  miriem mirjam mirjana mirka mirko miron miroslav miroslava miroslaw misbah mitica mitko mizanur moad moctar modibo modou mody mogens mohamad mohamed
  mohamedlamin mohammad mohammadi mohammed mohan mohand mohcine mohinder mohsin moira mokhtar moktar mollie molly momodou monique monir moniruzzaman mor
  morad morag morgane moriba moritz morten mory mostafa mouad mouhamed mouhcine mouloud mouna mounia mounir mourad moussa moustapha mubashar mubashir
  mudassar mugurel muhammad muhammed muhannad muhsin muireann mujahid mukesh mulai mulay munawar muneer munir murat muriel murray musa mushtaq mustafa
  mustapha mutaz mykhailo mykola myra myroslava nabil nabila nadeem nadege nader nadezhda nadiia nadine nadir nadiya nadka naeem nafi nafissatou naima
  najat najia najib najoua nana nanda naoko naomi naoual naoufal narayan nare naresh narinder narine nasim nasima nasir nasira nasreen nasser nassim
  nassira natale natalie nataliia nataliya natalya natascha natasha nathalie nathan natia nato navdeep naveed navid navjot nawal nawfal nayat nazar
  nazariy nazia nazir nazma nchama ndeye ndiaga ndong ndoumbe neagu neculai nedyalko neeraj neha neil nell nelu nenad nenita nezha ngone ngor ngozi
  nguyet niall niamh nicholas nick nicola nicolae nicole nicoleta nicoletta nicolo nicu nicusor nidal niels nienke nigel nighat niklas nikola nikolai
  nikolaos nikolay nikolina nikos nils ning nino ninon nirmal nirmala nisha nisrine nizar njaimeh nkechi nnamdi noelle noemie noha noman norah norbert
  nordin nordine norica norman nosheen nouhaila nour noura noureddine nouredine nsue nuala nunzia nunzio nur nurul nusrat oana obada obama obiang obinna
  oceane octavian odile oisin okba oksana olaf olav oleg oleh oleksandr oleksandra oleksii oleksiy olena olesia olesya olexandr olha oliver olivier olof
  olufemi olumide olusegun oluwaseun omaima omair omar ombretta omid omnia ondrej ophelie orest oreste orla ornella orysia osagie osama osaretin
  osarodion osas osaze oskar ossama ostap oswald othman othmane otman ottavio otto ouafa oualid oulimata oumaima oumar oumou oumy ousman ousmane oussama
  ousseynou outi ove ovidiu owen oxana paavo paddy padraig paivi pamela panagiotis paolo papa pape paramjit paraschiva parisa parminder parveen pascal
  pascale pascalle pasquale pasqualina patience patrice patrick patrizia patrycja patryk paul paulette pauline pavel pavla pavlo pawan pawel peggy pekka
  pencho penda penelope peng penka penny pentti pernille perrine persida pervaiz pervez petar pete peter petko petr petre petrica petrisor petro
  petronela petru petruta petter petya philip philipp philippa philippe phillip phoebe phyllis piera pierluigi piero pierre pierrette piet pieter pietro
  pina ping pingping pino piotr pirjo pirkko plamen polina polly pooja prabhjot pradeep prakash pramod preben precious predrag prem priscilla priya
  promise przemyslaw purna qais qaisar qamar qasim qiang qiaoling qin qing quentin quitterie rabab rabha rabia rabie rachael rachel rachid rachida radek
  radim radka radoslav radoslaw radouane radu raed rafal raffaela raffaele raffaella rafiq rafiqul raghad ragnar rahat rahima rahma raimondo raja rajaa
  rajae rajan rajendra rajesh rajinder rajiv rajkumar rajni rajwinder rakesh ralf ralph raluca ram rama ramadan ramata ramatoulaye ramdane ramesh rami
  rana randi rani rania ranjeet ranjit raphael raphaelle rares rasa rasha rashid rasmus ravi ravinder rawan raymond raymonde razia razvan rebecca reda
  redouan redouane reem regine regis rehan rehana reiner reinhard reinhold rekha remo remus remy renata renate renee renzo reynaldo reza rezaul rhys ria
  riad riaz riccardo richard rick rida ridouan riitta rik riley rim rimantas rina rino ritva riyad rizalina rizlane rizwan rizwana rkia rob robin robina
  robyn rocco rodel rodelio roderick rodica rodney roel rohit roisin rokeya rokhaya rokia roksana roland rolande rolf romain romane romano romeo romica
  rommel romolo romulus ronan rong ronnie rory rosalie rosanna rosaria rose roseline rosemarie rosetta roshan rosie rositsa ross rossana rossella
  rossitza rostyslav roswitha rouguiatou roula rowan rowena roxane roxelana roy rubina rudi rudiger rudolf ruggero ruiying rukhsana rumen rumyana rune
  rupert rupinder ruslan ruslana russell ruta ruud ruxandra ruzanna ryan ryszard saad saadia saba sabah sabine sabir sabita sabrine sadaf sade sadia
  sadio safa safae safdar safia safiya sahar sahib said saida saidou saif saiful saikou saima sajid sajida sajjad salah saleem saleh salek salem salif
  salifou salim salima salimata saliou salka sally salma saloua salvatore salwa sam samba sambou samer sami samia samina samir samira samuele sana sanaa
  sanae sanda sandeep sander sandor sandrine sandu sanja sanjay sanjeev sanna sanne santosh saoirse sarabjit sarah sarbjit sarfraz sargis sarita sarwar
  sasa sascha saskia satnam satpal satwinder saulius savino scott seamus sean sebastiano sebastien seckou seema seija sekou selina semen seny seppo
  serban serge sergei sergey sergii sergiu serhii serhiy serigne severine seydou shabana shabir shadi shafiq shafqat shagufta shahbaz shahd shahid
  shahida shahin shahnaz shahzad shaista shakeel shamim shamsa shamsul shan shane shannon shanti shaohua sharda sharif sharon shaukat shaun shazia
  sheela shelley sheraz sherif shirin shiva shoaib shpresa shufen shulan shumei shuying shyam siaka sian sidahmed sidati sidi sidiki sidney sidra sidy
  siegfried sieglinde siegmund sigita signe sigrid sigurd siham sihame silke silvano silviu silviya sima simion simran sinead siobhan siri sirifo sita
  sjaak sjoerd slavka slawomir slimane slobodan smahan smail snezhana snizhana soad sofiane sofica sofiia sofiya sohail sokhna solange solene soliman
  solomiia solomiya solveig sonja sophia sophie soren sorin sorina sorinel souad soufiane souhail soukaina soulaymane souleymane soumaya soumia spencer
  srdjan stacey staffan stan stanislav stanislava stanislaw stanley stefan stefana stefania stefanie stefano steffen steffi stefka steinar stela stelian
  steliana stelica stepan stepanka stephan stephane stephanie stephen steve stewart stig stijn stina stoyan stoyanka stuart sue suelma sufia sufian
  suhaib suhail sujan sukeina sukhdev sukhjinder sukhjit sukhpal sukhvir sukhwant sukhwinder sulaiman sulayman sultan sumaira suman sundus sunil sunita
  sunny suresh surinder surjit susan susann susanne sushil sushma susie suzanne svein sven svenja sverre svetlana svitlana swaran sybil sylvain sylvaine
  sylvette sylvia sylviane sylvie sylwia szymon tabassum tadeusz taha tahar taher tahir tahira taiwo takashi tamar tamari tamer tamsin tanase tanguy
  tanja tanta tanveer tanvir tanya taoufik tara taras tarek tarik tariq tarja tarlok tasleem taslima tatyana tauqeer tawfik tayyab ted tejinder temitope
  tengiz tenin teodorin teofil terence teresita terhi terry teslem tess tetiana tetyana teun thaer thais thanh thelma theo theodor theodore theresa
  therese thi thibault thibaut thierno thierry thijs thomas thor thorsten thu tiberiu tida tidiane tigran tijan tijana tilo tim timo timothy timur tinca
  tincuta tineke ting tingting tiphaine tita titus tiziana tiziano toader toby todd todor todorka tofazzal tom toma tomasz tommaso tone tonino tony
  torben tord tore torsten toumani touria touriya tracey tracy traian trang trevor trifonia trudy truus tsvetan tsvetanka tsvetelina tuan tudor tudorel
  tudorita tufa tulasi tullio tunde tuula tymofiy uche uchenna udo ugo ugochukwu ulf uli ulla ulrich ulrika ulrike ulysse umair umar umberto umesh
  urszula usha usman uta ute uwe uzma vaclav vadim vadym vahe vaida valbona valentine valentino valentyna valerica valerie valeriia valeriu valeriy
  valeriya valery vali vanya vardan varinder vasil vasile vasilica vasiliki vasiliy vasily vasyl vasylyna vaughan velichka verena vernon veronika
  veronique veselin veska vesna veta viacheslav vicentiu victoire victorita vidar viggo vijay vikas vikram viktor viktoria viktoriia viktoriya ville
  vincent vincenza vincenzo vinod viola violet viorel viorela viorica vira virgil virginie vishal vit vitalii vitaliy vitaly vittoria vittorio vivian
  viviane vivien vivienne vlad vladislav vladut vladyslav vlasta vojtech volker volkmar volodymyr vsevolod vuk vyacheslav vytautas wael wafa wafae
  wahiba wahid wajid waldemar wale waleed walid wally waltraud wanda waqar waqas warda waseem wayne wei weidong weiming weiping weiwei wen wenbin wenhui
  wenjun werner weronika widad wiebe wies wieslaw wieslawa wiktor wilfred wilfried wilhelm wilhelmine will willem willi wilma wim winfried winifred
  wissal witold wladyslaw wojciech wolf wolfgang wouter xiang xiaobo xiaohong xiaoli xiaoling xiaomei xiaoming xiaoping xiaoyan xiaoying xin xinyi xinyu
  xiufen xiuhua xiulan xiuli xiumei xiuying xiuzhen xue xuemei xueying yacine yacouba yahia yahya yaman yamen yamina yamna yan yana yang yanhong yanjun
  yankuba yanling yann yannick yannis yanping yanyan yaqoob yaroslav yaroslava yasin yasir yasmeen yasser yassin yassine yaw yaya yaye yazid yero
  yetunde yevgeniya yevhen yevheniia yi yifan yifei yihan ying yngve yoann yogesh yoko yolande yong yordanka yoro yosef yoshiko youba youcef younes
  younis younous yousef youssef yu yue yuhua yuki yulia yuliia yuliya yumei yun yunes yunfei yunus yuping yurii yuriy yusef yusra yusuf yuying yves
  yvette yvon yvonne zachary zafar zaheer zaher zahid zahida zahra zainab zaineb zakaria zakariae zaki zakia zakir zamfir zamfira zara zaynab zbigniew
  zdenek zdenka zdravka zdzislaw zeeshan zeinab zeinabou zeljko zhanna zhen zhenhua zhigang zhihui zhiqiang zhivko zhiwei zhiyong zia zihan zina zinaida
  zineb zixuan ziyi zlata zoe zofia zohra zoia zoltan zoran zoubida zoubir zouhair zouhir zoulikha zoya zubaida zubair zuhair zulfiqar zurab zuzana
  zuzanna
`;

/** Surnames, without the particles in front of them. */
export const SURNAME_LIST = `
  abad abadia abaitua abalo abanto abarkan abasolo abbas abdallaoui abdelaoui abdelfattah abed abeledo abella abelleira abello aberasturi abeso
  aboubakar abrantes abreu abril abrisqueta abuin acedo aceituno acero acevedo acha achahbar acheampong achour achurra acin acosta acuna acuyo adam
  adamczyk adame adams adan adarraga adarve addo addou adebayo adell adeyemi adhikari adjei aduriz aerts afkir afolabi afonso agell aghedo agirre
  agirregomezkorta agirrezabala agra agramunt agrelo aguado aguayo agudo aguiar aguila aguilar aguilera aguilo aguirre aguirregabiria aguirrezabal
  agullo agyemang ahmad ahmed aigbe aisa ait aizpun aizpuru aizpurua ajuria akhtar akram akter alam alami alamo alaoui alarcon alas alastruey alava
  alawi alayon alba alban albareda albarin albarran albeniz alberca alberdi albert alberti albiol albisu albizu albizuri albo albores albors albrecht
  albu albuquerque alcaide alcala alcalde alcantara alcaraz alcazar alcelay alcivar alcolea alcorta alcover aldalur aldamiz aldana aldasoro aldaz
  aldazabal aldecoa aldeko aldekoa aldoma alegre alegret alegria alekseev aleman alemany alen alencar alentorn alfaro alfaya alfonsin algaba algorta ali
  aliaga allen allende aller allue almagro almandoz almansa almaraz almazan almeida almendros almodovar almonte alogo alonso alsina altamirano altes
  altolaguirre altuna alustiza alvarado alvarez alves alzaga alzate alzola amador amar amaral amarilla amaro amat amato amaya amboage ambrosio
  ameijeiras amenabar ameneiro amengual amer amestoy ametller amezaga amezcua amezketa amghar amiano amigo amilibia amoah amoedo amoeiro amondarain amor
  amorebieta amorim amoros amorrortu amrani ananos anasagasti anaya andersen anderson andersson andion andonegui andrade andre andreev andreeva andres
  andreu andueza andujar aneiro aneiros angel angelov angelova anghel anglada angles angulo anido anon ansa ansah ansorena ansotegui antal antelo antia
  antich antolin anton antunes antunez antwi antxia anula anwar anza anzola aouad apalategui apaolaza aparici aparicio apaza aperribay apodaca apolo
  appiah aquerreta aquino ara arab arabiotorre aragon aragones aramberri aramburu aramendi aran arana aranbarri aranburu aranda arandia arango aranguren
  aranzabal aranzadi araquistain araujo arbelaiz arbelo arbeloa arbesu arbizu arboleda arbona arca arcas arcaute arce arcelus arcila arciniegas arcos
  ardelean ardevol ardid ardila arduengo ardura arean arechavaleta areitio areizaga arellano arenas ares aresti areta arevalo argaiz argelaguet argemi
  argote arguelles arias arimany aris aristegui aristi aristizabal aritzeta arizmendi arjona armada armas armendariz armengol armengou armenteros
  armentia armero armesto arnabat arnaiz arnal arnau arnaud arnedo arnold arocena arosa arostegui arozena arraiza arranz arrate arrazola arrebola arregi
  arregui arrese arriaga arribas arrieta arriola arrizabalaga arrojo arrondo arroyave arroyo arruabarrena arrue arruti arsuaga arteaga arteche artes
  artetxe artigas artigues artiles artis artola artolazabal arufe arus arvelo arza arzallus arzuaga asamoah asante asbai ascasibar ascaso asenjo asenov
  asenova asensio ashraf aslam aso assad assis assuncao astarloa asteasu astiazaran astigarraga astorquia astrain asua asumu asurmendi atanasov
  atanasova atares atienza atilano atutxa aubanell aubert aubry aucapina auladell aulestia aurrekoetxea ausina autet auzmendi avella avellana avendano
  avila aviles avram awad awan ayala ayastuy aybar ayerbe ayerdi ayesta ayllon aymerich aynes ayora ayoub ayuso azcarate azcargorta azcoitia azcona
  azcue azevedo aziz azizi azkarate azkargorta azkona azkue azkunaga aznar azparren azpeitia azpiazu azpilicueta azpiroz azpitarte azurmendi azzouzi ba
  babace babic bachiri baciu badal badea badell badia badiola badji badosa baena baez baget bah bai baigorri bailen bailey bailly bains baker bakkali
  bakkari bakker balada balado balague balaguer balan balanza balbin balboa balcazar balda balde baldeh balentziaga balinas balint ballarin balle
  ballesta ballester ballesteros ballus balsa baltar balza bana banach bande banerjee bangoura bangueses bangura banu banuelos banus baptista baque
  baquero bara barahona barakat baran barandiaran barandica baranov barasoain barata barba barbany barbarin barbeito barbera barbero barbier barbieri
  barbosa barbu barcala barcelo barcena barco barcos bardera barea bareno bargallo barinaga barnes barnils barnola baron barone barrachina barragan
  barral barranco barrau barreda barreiro barrena barrenechea barrenetxea barrera barrero barreto barrial barrientos barriga barrio barrios barrondo
  barros barroso barrufet barrutia barry barta bartoli bartolome bas basabe basagoiti basaldua basanta basart bashir basile basoa basri bassa bassas
  bastard bastarrica basterra basterrechea bastida bastidas bastos basurto batalla batet bathily batista batlle battaglia bauca bauer baulenas baumann
  bautista bauza bayarri bayes bayo bayod bayona baz becerra becerril beck becker bedoya begiristain begum beitia bejan bejarano bejines bel belaid
  belandia belaunde belaustegui belda belhaj belles bellet bellido bellini bello belloso bellver belmonte beloki beloqui belov beltran belyaev
  benabdellah benach benages benaiges benaissa benali benavente benavides bencomo benedetti benedi benedicto beneito benejam benes benet bengoa
  bengochea bengoechea bengoetxea bengono benhaddou benitez benito benjelloun benjumea benkirane benlliure bennani bennasar bennett bennis benoit
  benomar bensaid bensalah benslimane bento benyahia beobide berasaluce berasategi berasategui berastegui beraza berenguer berg berga berger bergmann
  beridze beristain berlanga bermejo bermeo bermeosolo bermudez bernabe bernabeu bernal bernaldo bernard bernardi bernardo bernat berrada berral berrio
  berrioategortua berriozabal berrocal berrueta bertomeu bertran bertrand besada besalu bescos besga besora bestard besteiro bestit betancor betancort
  betancourt betancur bethencourt bezerra bhattarai bhatti bhuiyan bianchi bianco biarnes bibang bibi bibiloni bidarte bidaurrazaga bidaurre bielsa
  biescas bigas bikandi bikuna bilbao birichinaga bisbal bispo bistue bitar blanc blanch blanchard blanco blanes blanquer blas blasco blasi blay
  blazquez blecua boada boado boan boateng bobes bofarull bofill boga bogdan bogdanov bohm bohorquez boigues boiko boix boixader boixadera bojang
  bolanos bolea boleka bolekia bolinaga bolivar bolta boluda bolumburu bonafont bonastre bonavia bondar bondarenko boneke bonet bonilla bonillo bonin
  bonnet boo bordas bordoy borges bori borisov borisova borja boronat borrallo borras borrego borrell bos bosch bose bosque bota bote botella botero
  botifoll boto bou bouali bouanani bouazza boucher bouchta boudiaf boujida boulaich boumediene bourgeois bousfiha boutahar bouteflika bouza bouzas
  bouziane bouzid bouzon bover boyd boyer boyko braga brage brahimi brana branco brandao brandt brar bras bratu braun bravo brea breijo brell bresca
  brianso briones brito briz broncano brosa brouwer brown broz bru brugue bruguera brugues brull brun brunet bruno buades buceta bucur buenaventura
  buendia bueno buesa bugallo bui buide buil buitrago bujan bujanda bukhari bulbena bundo burgana burgos burgueno burns buruaga busch busquet busquets
  bustabad bustamante bustelo bustillo bustos butt buzatu byrne caamano caba cabaleiro caball caballero caballo cabana cabanas cabanes cabani cabanillas
  cabello cabeza cabezas cabezon cabezuelo cabodevilla cabot cabral cabrejas cabrer cabrera cabrerizo cabrero cabus caceres cacheiro cadena cadenas
  caetano cai caicedo caicoya cairo cairos caixal cajal cajaraville cal calafat calafell calahorra calatayud calbet caldeira caldentey calderon caldes
  calduch calero calin calle calleja callejas callejo calles calls calm calmet calopa calpe calvache calvet calvete calvino calvo calzada camacho camara
  camarasa camarero camargo camba cambra camino camp campanario campbell campderros campillo campins campo campomar campos campoy camprubi camps
  campuzano camunas cana canal canales canaleta canals canas candia caneda canellas canet canete canga cangas canizares canle cano canosa cantabrana
  cantallops cantarell cantarero canteli cantero canto canton cantons cantos canudas canyelles cao capalvo capanaga capdevila capel capell capella
  capellades capilla capistros capmany capo caputo caraballo caracuel caralt carbajal carbajo carballal carballeda carballeira carballido carballo carbo
  carbone carbonell carcedo carceles cardell cardenal cardenas cardiel cardona cardoso cardus careta carilla carmona carneiro carner carnero carnicero
  carnota caro carol carollo caron carpentier carpintero carpio carracedo carral carranza carras carrasco carrasquilla carreira carreno carrera carreras
  carrero carretero carrillo carrio carrion carro cartagena cartelle carter caruso carvajal carvalhal carvalho casadella casademont casadesus casadevall
  casado casais casajuana casal casals casamitjana casanellas casanova casanovas casares casas casbas cascales casero cases casillas caso casqueiro
  castagnet castanares castaneda castanheira castano castany castanyer castejon castel castelao castell castella castellano castellanos castello
  castellon castells castelltort castellvi castelo castillo castineira castineiras casto castrillo castro castuera catacora catala catalan catana catany
  catoira cattaneo caunedo caus cava cavaco cavalcante cavalcanti cavero caz cazorla cearra cebolla cebrian cedeno ceesay cejas celaya celayeta
  cenarruzabeitia cenoz centelles centeno centurion cepeda cerda cerdan cerezo cerna cerny cerro cervantes cervello cerver cervera ces cespedes cevallos
  chaabi chacon chagas chaib chakir chamba chamizo chamorro chang chao chaoui chaparro charki charles charpentier chatoui chatterjee chaudhary chaudhry
  chauhan chavarria chaves chavez checa checo cheema chen cheng cherif cherkaoui cherradi chevalier chia chicaiza chicharro chico chinchurreta chinea
  chira chiriac chis choi choque choudhury chousa chowdhury chraibi christensen chulvi chuquimarca churruca ciaurriz cid cifre cifuentes cimas
  cincunegui ciobanu ciocan ciprian cisneros cisse ciurana claes clapes clar claramonte claramunt clarena claret clari clark clarke claros clavell
  claver claveria clavero clavijo clement clemente climent clop closa clotet clua coalla cobano cobas cobeaga cobo cobos coca codesal codesido codina
  codony codorniu coego coelho coello cohen cojocaru colas colat coll collado colldecarrera collell collins colman colmeiro colom coloma colomar colombo
  colomer colomina colomines colque colunga coly coman comas comellas comes comorera company companys compte conceicao conde condo condori conejero
  conejo conesa conles constantin constantinescu constanzo conte conti contreras cook cooper coppola corbacho corbal corbella corbera corchado corcoll
  corcuera cordeiro cordero cordoba cordobes cordon cordova cordovilla cornea cornejo cornella cornet coromina corominas coronado coronas coronel corral
  corrales correa corredor correia corrochano cors cortabarria cortada cortadellas cortazar corte cortell cortes cortez cortijo cortina corzo cosano
  coslado cosme costa costache costantini costas costea costin costoya cotelo cots couce couceiro coucheiro coulibaly counago coutinho couto covaci
  covelo cox coya cozma craciun craig crehuet creixell crespi crespillo crespo cretu creus criollo crisan cristea cristobal criville croitoru cruces
  cruz cruzado cuadra cuadrado cuadros cuartero cubas cubells cuberes cubero cubillo cucurull cuellar cuenca cuero cuervo cuesta cueto cueva cuevas
  cugat cuina culla cumbicus cuna cunha cunill cunillera cunningham curbelo curto cusco dabrowska dabrowski dacal dacosta dahbi dalmases dalmau damico
  danciu dang dangelo danilov danobeitia danobeytia danso dantas daoudi dapena darboe darias darko darwish dascalu dasilva daura davies davila daza
  deangelis degroot deibe dejong dekker dela delacroix delattre delgadillo delgado delicado delorme deluca demarco dembele deng denis deniz derosa
  derouich derteano desantis deschamps desmet deulofeu deus devesa devries dey deya deza dguez dhaliwal dhillon diaby diaconu diakite diallo diarra dias
  diatta diawara diaz dickson didenko diedhiou diego dieguez diepa dieste dietrich diez dijkstra dima dimaculangan dimitrov dimitrova dinca ding dinu
  diop diouf djalo djordjevic dobarro doblado doblas dobre dobrescu docampo doherty doll dols domato domenech domenge domingo domingues dominguez
  donaire donat donate donati doncel dong donoso dopazo dopico dorado dorronsoro dorronzoro dorta doukkali doumbia doumbouya doural dragan dragomir
  drame drammeh driouch duan duarte duaso dubois dubreuil duch dudagoitia dudek duenas dueso dufour dumas dumitrache dumitrescu dumitru dumont
  dunabeitia duncan duong dupont dupuis dupuy duque duran durand durban duro duta duval dvorak dvorakova ebang eceiza eceizabarrena echaide echaniz
  echarri echarte echave echeandia echebarria echebarrieta echeberria echegaray echegoyen echeguren echeita echenique echepare echevarria echevarrieta
  echeverri echeverria echezarreta ecija edu edwards egana egea egia egibar eguia eguiguren eguiluz eguren eguskiza ehigiator eijo eiras eiriz eiroa
  eiroas eizagirre eizaguirre ekwueme ela elcano elcoro elejalde elexpe elexpuru elgezabal elgorriaga elguea elguezabal elizalde elizari elizburu
  elizegi elizegui elizondo elordi elorriaga elorrieta elorza elosegi elosegui elosua elvira emaldi embalo emparan emparanza enache enbeita encalada encinas
  enciso endemano engel engonga enparantza enriquez entrialgo epalza epelde eraso erauskin erausquin erazo ercoreca ereno eriksson eriz erkizia eroles
  erquiaga erquicia errasti errazquin errea errekalde erro ershov escalada escalante escalona escamilla escandell escarda escario escarra escartin
  escobal escobar escoda escofet escola escolano escribano escriche escrig escriva escude escudero escuer esmoris esnal esnaola esono espada espana
  espanol esparza espasa espasandin espejo esperon espilla espin espinal espinar espinet espino espinola espinos espinosa espinoza espluga esposito
  esquerda esquisabel esquius esquivel essaidi estanyol estape estarellas estaun esteban estelles estelrich estensoro estepa esteve esteves estevez
  estrada estrany estrella estruch estupinan etcheverry etxabe etxaburu etxaniz etxarri etxeandia etxebarria etxebarrieta etxeberria etxegarai etxegoien
  etxeita etxenagusia etxenike etxezarraga etxezarreta euba eulate evangelista evans exojo exposito extramiana eyang ezcurra eze ezeiza ezkurra ezpeleta
  ezquerra fabbri fabra fabre fabrega fabregas fabregat facerias fadil fageda fahmi faia faig failde fajardo falcon falgas falgueras fall fan fananas
  fandino fanjul fanlo fano far farcas fares farfan faria farias farina faris farras farre farrerons farres fassi fathi fatty faure faus faye fdez feal
  febles fedorov fedorova feijo feijoo feito felipe feliu felix feng fenoll fenollar ferguson ferhat fernandes fernandez fernandini ferra ferradas ferragut
  ferran ferrandez ferrandis ferrandiz ferrando ferrara ferrari ferraro ferraz ferre ferreira ferreiro ferreiros ferrer ferreras ferreres ferrero ferret
  ferreter ferretti ferri ferriol ferro ferrus fiala fidalgo figaredo figols figueira figueiredo figuera figueras figueredo figueres figueroa figuerola
  fikri filali filgueira filgueiras filip filipe fillat fiol fiore fischer fisher fito fitzgerald fitzpatrick flaque flaquer fleitas fletcher fleury flor
  florea flores florez florian floriano florido fluvia fodor fofana foguet foix fojo folch folgado folguera fons fonseca font fontaine fontan fontana
  fontanals fontanella fontanet fontao fontelles fontenla fontes fontova forcada forcadell ford forero formoso forner fornes fornieles forns fort fortea
  fortes fortesa fortuny fosch foster fournier fox fraga fraguela fraile fraiz framil franca francesch franch franco francois frank franke franquesa
  franquet fraser fratila frau freeman freijanes freijeiro freijo freire freiria freitas freixa freixas freixenet freixes fresneda fresno fretes frias
  friedrich friera frigola frimpong froiz frolov frutos fu fuchs fucinos fuente fuentes fueyo fullana fumado fumanal fumero funes furtado fuste fuster
  gabarra gabarro gabilondo gabina gabiria gabor gago gaibor gaillard gainza gainzarain gaitan gal gala galan galarraga galarza galceran galdeano galdon
  galdona galdos galeano galego galera gali galiana galiano galindo galisteo gallagher gallardo gallart gallego gallegos galli gallo galmes galnares
  galofre galparsoro galvan galvany galvao galvez galvis gama gamarra gamboa gamero gamez gamio gamo gandara gandarias gandiaga gandullo ganyet gao
  garabote garagorri garai garaigordobil garaikoetxea garaiz garaizabal garaizar garalde garamendi garasa garate garau garaulet garavito garay garayo
  garbisu garces garcez garcia garciandia gardeazabal gardel gardner garea gargallo gari garicano garin garitano garitaonandia garmendia garnier
  garralda garrido garriga garrigos garrigosa garro garzon gasca gasch gascon gaspar gassama gastanaga gasull gata gatti gauthier gautier gauto gavilan
  gavin gavira gaviria gavrila gay gaya gayo gayoso gaztanaga gaztelu gazteluiturri gaztelumendi gea gelabert gelada gelashvili genis genovart genoves
  gentile georgescu georgiev georgieva georgiou gerard gerasimov gerediaga gerrikagoitia gesto ghali ghazi gheorghe gheorghiu ghita ghosh gibert gibson
  gil gilbert gili gill gimenez gimeno ginard giner gines ginestar giordano giral giralda giraldo giralt girard giraud girbau girbes giron girona
  gironda gironella girones gisbert gistain giuliani glez glz goda godall goday godinez godoy goenaga goes goicoechea goienetxe goikoetxea goikouria
  goio goiri goiricelaya goitia gol golobart golubev gomariz gomes gomez gomeza gomide gomila gomis goncalves gondal gondar gondra goni gonyalons
  gonzalez gonzalo gonzalvez goodwin goossens gordillo gordo gordon gorordo gorostegui gorostiaga gorostidi gorostiola gorostiza gorostizaga gorriti
  gorriz gorrochategi gorrochategui gorrotxategi gorski gosalbez gou goudiaby gouveia gouzy goya goyanes goyarrola goyenaga goyeneche goyenechea goyoaga
  grabowski graca gracia graf graham grajales grajera gran grana granado granados granda grandal grande grandio granero grant gras grasa grases grassi
  grasso grau graves gray greco green gregorio grela grewal griffiths grigore grigoriev grigoryan grijalba grimaldi grimalt grinan gris gros gross grosu
  grueiro gtrez gu guachamin gual guallar guaman guamani guanche guarch guardia guardiola guasch guedes guell guerediaga guerenu guerin guerra guerreiro
  guerrero guerricaechebarria guevara gueye guezuraga guibelondo guijarro guijo guijosa guillamet guillamon guillaume guillem guillen guillo guillot
  guimaraes guimarey guinart guinea guirado guiral guirao guisado guisasola guitart guiteras guitian guiu guixa gunther guntin guo gupta guridi gurria
  gurruchaga gurrutxaga gurtubay gurung gusev gustafsson gutierrez guzman gzlez haas haba hachimi haddad haddou hadi hadri hahn hajek hajji hakimi
  hakobyan halabi halimi hall hamalainen hamdan hamdaoui hamdi hamdouchi hamid hamilton hammadi hammou hamouda hanganu hansen hao haouari hariri haro
  harrak harris harrison hart hartmann harutyunyan harvey hassan hassani hassouni hategan havryliuk hawkins hayes hdez heikkinen heinrich henao henares
  henderson hendriks henriques henry heras heredero heredia heres hermida hermosa hermosilla hermoso hernaez hernan hernandez hernando hernani hernanz
  herraez herraiz herran herranz herrera herrero herreros herrmann hervas hevia hewitt hicham hidalgo hidaoui higgins higueras hijazi hill hincapie
  hinojo hinojosa hita hitos hnatiuk hoang hoffmann hofmann holgado holland holmes hom homs hong hontoria hopkins horak horcajo hormaechea hormaetxea
  hormaza hormiga hormigo horn hornero hornos horta hortelano horvat horvath hossain hou houari hovhannisyan howard howe howlader hoxha hoyo hoyos
  hoyuelos hristov hristova hrytsenko hu hualde huaman huamani huanca huang huarte huayta huber hubert hudson huelva huergo huerta huertas huertos
  huerva huesca hueso huete hugas hughes huguet huici huidobro humanes hunt hunter hurtado hussain hussein hutchinson huynh iacob iancu iartza ibabe
  ibaceta ibaibarriaga ibanez ibarbia ibarguen ibarguren ibarluzea ibarra ibarreche ibarretxe ibarrola ibarrondo ibarruri ibaseta ibero ibisate ibon
  iborra ibrahim iceta iciar idahosa idiakez idiaquez idigoras idoate idoyaga idrissi idrobo igartua igbinedion iglesias ignat igoa iguaran iheanacho
  ihsan ijalba ilarduya ilic ilie ilies iliev ilieva illa illanes illarramendi illera ilyin imaz imirizaldu inarra inarritu inchaurbe inchaurraga
  inchausti inda indart infante infantes infiesta infiesto iniesta iniguez insausti insfran insua insunza intxausti inurrieta inza inzaurraga ion
  ionescu iordache ipiens iqbal irastorza irazabal irazoqui irazu irazusta iriarte iribar iribarren irigaray irigoien irigoras irigoyen irimia iriondo
  irisarri irizar irles irujo irulegui irure irureta iruretagoyena irurozqui irurzun isasa isasi isern isidro islam ismaili issa istrate isusi isusquiza
  ito itoiz itsasalde iturain iturbe iturmendi iturralde iturraspe iturrate iturri iturriaga iturrioz iturrizaga itza ivanenko ivanov ivanova ivars
  ivascu ivern iyer izagirre izaguirre izco izcue izeta izquierdo iztueta izu izurieta jaafari jaber jablonski jabri jaca jackson jacobs jacome jaddi
  jaen jager jaime jainaga jaio jaldo jalloul jallow james jammeh janeiro jang janices jankowska jankowski jansa jansen janssen jansson jara jaraba
  jaramillo jarauta jardi jardim jareno jarque jarvinen jaso jatta jaume jaunarena jauregi jauregizar jauregui jaurrieta jausoro javed jawara jaworski
  jayo jebbari jelinek jelloul jenkins jennings jensen jerez ji jia jiang jimenez jimeno jin jinez jiron jobe jodar jofre johansen johansson johnson
  joly jones jonsson jorba jorda jordan jordana jorgensen jornet joshi jou jovanovic jover juanena juaniz juanola juarez juaristi jubany julien junca
  junco juncosa jung junior junquera junyent jurado jurca juric just juste justo kaba kabbaj kabbani kaczmarek kaddour kaddouri kaiser kamara kaminska
  kaminski kanaan kang kante kapanadze kareaga karimi karlsen karlsson kasmi kassem kato kaur kazmi ke kebe keita keller kelly kerr kettani khachatryan
  khalaf khaldi khalfi khalil khan khatabi khatri khattabi khatun khayat khokhar khouja khoury khutsishvili kim king kinteh kiselyov klein klymenko
  knight kobayashi koch kohler kolev koleva komarov konate kone kong konig korhonen korol korolev koroma korta koskinen kostenko kostov kostova kouyate
  kovac kovacevic kovacs koval kovalchuk kovalchyk kovalenko kovalev kovaleva kowalczyk kowalska kowalski kozlov kozlova kozlowska kozlowski kral kramer
  kraus krause kravchenko kravchuk krawczyk kristensen kristiansen krol krubally krueger kruger kucera kudryavtsev kuhn kulikov kumar kuzmenko kuzmin
  kuzmina kuznetsov kuznetsova kwiatkowski labaca labaka labayen labayru labiano laborda labrador lacalle lacasa lacasta lacatus lacerda lachhab lacroix
  lacueva lacunza ladaria lafita lafuente lagares lago lagoa lagos laguarta laguia laguna lahlou lahoz lai laine lakuntza lakunza lalaguna lalana lama
  lamas lambert lameiro lamela lamikiz lample lamrani lanas lanau landa landaburu landaeta landaluce landeira landeta lane lang lange lanuza lanzagorta
  lapeira laplana laplaza laporta lara laranjeira laraudogoitia lardizabal laredo laresgoiti largo larios larrabe larracoechea larragan larrainzar
  larrakoetxea larramendi larranaga larrarte larraz larraza larrazabal larrea larreategi larreina larreta larrinaga larrion larrondo larroy larrucea
  larruskain larsen larsson larumbe lasa lasaga lasagabaster lasala lasaosa lasarte lascu lascurain lasheras lasierra laskurain laso laspiur lastra
  lasuen latas latasa latierro latorre latre laurent lauzirika lauzurika lavado lavin lawrence lawson laxe lazaar lazar lazarescu lazarev lazaro lazcano
  lazcanotegui lazkano lazo lazpita leal leanizbarrutia lebedev lebedeva lebrato lebrero lecanda lecea leceta lechuga lecina leclerc leclercq lecomte
  lecue lecumberri lecuna lecuona ledesma ledo lee lefebvre lefevre legall legarda legarra legarreta legorburu legrand leguina leguizamon lehmann leis
  leitao leite leiva leizaola lejarcegui lejarraga lejarreta lejarza lekue lekunberri lekuona lema lemaire lemes lemoine lemos lemrini lendinez lens
  leon leone lerchundi lerida lerma leroux leroy lertxundi lesmes letamendi letamendia letona levchenko levy lewandowska lewandowski lewis leyton leza
  lezama lezameta lezaun lezcano lezeta li liang liao liceaga liceranzu liebana ligero lim lima limia limon lin linan linares linaza linazasoro linde
  lisboa liste litvin litvinenko liu lixandru lizarazo lizarazu lizarraga lizarralde lizarribar lizarza lizaso lizeaga lizundia llado lladonosa lladro
  llamas llamazares llaneras llanes llaneza llanos llansana llao llari llatzer llauger llaurado llaveria lledo lleida lleixa lleonart llibre llimona
  llimos llinares llinas llobera llobet llobregat llombart llonch llop llopart llopis llorca llorens llorente lloret llosa lloyd lluch lluis llull
  llumiquinga llusa llusar loaiza lobato lobera lobeto lobo lodhi loidi loinaz loira lois loiti loja lombardi lombardo lomidze londono long longo
  longueira loor lopategi lopategui lopeo lopera lopes lopetegi lopetegui lopez lora lorca loredo lorente lorenz lorenzo loreto loriente lorono losa losada
  losantos loste louardi louis loukili loureiro lourenco lourido louro louzao lowe loyo loyola lozano lozoya lu luberriaga luca lucas lucena lucero
  ludwig luengo lugo lujan lukin lumbreras luna lungu luo lupu luque lustres luz luzarraga luzuriaga ly lynch lysenko lytvyn ma maaroufi macaraeg macas
  macazaga macdonald maceda macedo maceira machado machin macho machuca macia macias maciel mackenzie macleod macovei madariaga madinabeitia madrid
  madrigal madronal madsen madueno maella maes maestre maestro magalhaes magan maganto magar magraner magri magsaysay magunagoicoechea maguregi
  maguregui mahdaoui mahmood mahmoud maia maier maillard maillo mainer mairal mairena maiz maiztegi maiztegui majdoubi majewski makarov makarova makela
  makinen malagon maldonado malik malinowski malla mallado mallen mallo mallol mallor mallorques malvar malvido mamani manalo manaricua mancebo mancha
  manchon mancini mancisidor mane manea maneiro manent manera manga mangue manjon mann manole manresa manrique mansilla manso mansour mansouri manterola
  manye manyosa manzanares manzanedo manzanero manzano manzarraga mao maqueda maquibar maragall marana marcaida marcaide marce marcelo marcen marcet
  march marchal marchand marchante marchena marchenko marchetti marcilla marco marcos marcu mardaras marek margalef mari mariani maric marimon marin
  marinas marinescu marinho marini marino marinov marinova mariscal maristany markaida markiegi markovic marmol marmolejo maroto marouf marques marquet
  marquez marquiegui marquina marrero marrodan marsa marsal marshall martel martelo marti martiarena martiartu marticorena martija martikorena martil
  martin martinan martinell martinelli martinez martini martino martins martorell martori martos martynenko marulanda marull marza masague masanet
  masats mascarell mascarenhas mascaro masdeu maseda masfarne masferrer masgrau masia masip maso mason masri massague massana massanet masses masso
  masson massoud mata matamala matamoros matarranz matas matei mateo mateos matesanz mateu matheu mathieu matias maties matilla mato matos matthews
  maura maure maurell mauri maxim may maya mayayo mayer maynou mayo mayol mayor mayora mayoral mayorga mayoz mazilu mazon mazur mazza mba mbaye mccann
  mccarthy mcdonald mcguire mcintosh mckenzie mclean medeiros mediano medina medvedev mehmood mehta meier meijer meijide meilan meira meireles meirino
  mejia mejuto mekkaoui melendez melero melgar melguizo melia melian melis mella mellado mello melnik melnyk melo mena menard menchaca menchon mendaza
  mendeguia mendes mendez mendia mendibil mendiburu mendieta mendiguren mendigutxia mendiluce mendiluze mendinueta mendiola mendioroz mendizabal mendo
  mendonca mendoza mendy menendez meneses menezes mengual menon menor mensah mentxaka mera mercadal mercade mercader mercado merchan mercier merida
  merino merlo mertens mesa mesas mesonero mesquita messina mestre mestres meunier meyer meza meziane mezo mezouar mezquida mghari mia miah micha
  michalak michalski michel michelena mico mieres miguel miguelez miguens mihai mihaila mihalache mihaylov mihaylova mijares mikhaylov mila milan milani
  milian milla millan millares miller millera millet mills milosevic mina minaya minguell minguet minguez minguillon minhas mino mintegi mintegui
  minyana miquel miquelarena mir mira miragaya mirallas miralles miramontes miranda miravet mircea miret miro miron mirza mishra mitchell mitev miteva
  mitrea mitroi mitxelena miyares mnez mo moares mocanu mogas moise moix moja mojica molares molas moldes moldovan moldoveanu molero moles molina
  molinas moliner molinero molinos molins moll molla moller molner molto mompel mompo momprade monasterio moncada moncayo monclus moncunill monedero
  monfort monforte monge moniz monje monjo monleon monllor monras monreal monroy monsalve monserrat montagut montal montalban montalvo montana montanari
  montane montaner montanes montano montans montanya montanyes monteagudo monteiro montejano montejo montells montenegro monterde montero monteros
  monterroso montes montesdeoca montesinos monti montiel montilla montmany montoliu montoro montouto montoya montseny montserrat monzo monzon moore mor mora
  morabit moraes moraga moragas morago moragues morais moral moraleda morales moran morante morar moraru moratalla morato morcillo moreau moreira morel
  morell morelli moreno morera moreta moretti morey morgade morgan moriana morilla morillas morillo morin moris morlans moro morocho moron moros moroz
  morozov morozova morris morro morros moscardo mosquera mota motos mouhib moulin moumen moura mourao moure mourelle mourino mouro moussaoui mouzo moya
  moyano mozo mrabet mtez mudarra mueller mugartegui mughal mugica muguerza muguruza mujica mujika mukherjee mula mulder mulero mulet muller munagorri
  munar mundinano munera muniain muniozguren munitiz munitxa muniz munne munoz muns munt munta muntada muntal muntane muntaner munteanu mur murcia
  muresan murga murgia murguia muria muriel murillo muro murphy murray murua muruaga muruamendiaraz musa muxika myers nabarro nacher naciri nadal
  nafarrate nagy nair najera najjar nakamura nanclares naranjo narbaiza narbona narvaez narvaiza nasarre nascimento nash nasr nasri nasser nastase nava
  navajas navarlaz navarrete navarro navas navascues naveira naveran navia nawaz naya nazabal nazarenko nchama ndiaye ndongo neacsu neagoe neagu nebot
  nedelcu negoita negre negrete negri negrin negro negru neira nejjar nemec nemes neo neri nerin neto neumann nevado neves newman newton ngo nguema
  nguyen nica nichols nicolae nicolaescu nicolas nicolau niculae niculescu nielsen nieminen nieto nieva nikitin nikolic nikolov nikolova nilsen nilsson
  nin nistor nistorescu nita niu njie noboa nobre nobrega noel nogales nogueira nogueiras noguer noguera nogueras noguero nogues noia nolan nomdedeu
  nores noriega norris norton nosti nouche nouri novais novak noval novella novikov novikova novillo novo novoa novosel novotna novotny nowak nowakowski
  nowicki noya nuet nuez nuin nunes nunez nuno nwachukwu nwosu nze oancea oar oarana obando obeid obeso obi obiang obiols obispo obono obrador obregon
  obrien ocampo ocampos ocana ocariz ocerin ocerinjauregui ochandiano ochando ochoa oconnor odonnell odriozola ofori ogando ogbonna ogunleye oiarbide
  oiartzabal oiartzun ojeda okafor okariz okeke okenve okonkwo okoro olabarri olabarria olabarrieta olabe olabeaga olaberria olaciregui oladipo olaechea
  olaetxea olagorta olaizola olalde olalla olaneta olano olaortua olaria olartecoechea olartua olaru olasagasti olaskoaga olasolo olavarria olawale
  olazabal olazar olaziregi olea oleaga oliach oliinyk oliva olivan olivar olivares olivas olive oliveira olivella oliver olivera oliveras oliveres
  olivero oliveros olivier oliynyk olle oller ollo olloquiegui olmedo olmo olmos olsen olsson olszewski olteanu oltra olza omaechevarria omaetxebarria
  omar omoregie onaindia onandia onate ondarra ondo oneill onofrei ontiveros onzain opoku oprea oquinena oramas orbe orbea orbegozo orcajada ordenana
  ordiales ordieres ordoki ordonez ordoqui ordorica ordozgoiti oregi oregui orell orellana orenes orfila orgaz oria oriden orio oriol orive orkaizagirre
  orlando orlov orlova ormaechea ormaetxea ormazabal oropesa oroz orozco orozko orpi orpinell orrantia orta ortega ortells orti ortiz ortoneda ortuno
  ortuzar orue orueta orus osa osaba osacar osagie osayande osei oses oset osinaga osinalde oskoz osorio ospina ostiz ostolaza ostrowski osullivan osuna
  otaegi otaegui otal otalora otamendi otano otaola otazu oteiza otermin otero othman otsoa otto otxoa ouadi ouahbi ouakili ouald ouali oualid ouhabi
  oukili ould ounissi ourille outeda outeiral outeirino outon ovalle ovejero ovelar oviedo owen owono owusu oyarbide oyarzabal oyarzun oyono ozaeta
  ozamiz ozcoidi ozores pablos pabon pacheco padilha padilla padron padros paez pagadizabal pagalday pagano pages pagoaga paiva paixao paja palacin
  palacio palacios palahi palau palazon palencia palicio pallares pallaruelo pallas pallerols pallise palma palmer palmieri palomar palomares palomino
  palomo palop palou palumbo pamplona pan pana panadero panades panchenko pandey pando panduro panea paneda panero pangilinan paniagua pantion pantoja
  papadakis papadopoulos parada paradela paraschiv parcerisa pardal pardina pardinas pardines pardo paredes pareja parejo parellada parera pares paret
  paretas parga paris parisi park parker parra parrado parraga parrilla parron parsons parveen parvu pasca pascua pascual paso pasqual pastor pastrana
  patel patino patrascu patterson paucar pauls paun pauta pavel pavelescu pavlenko pavlov pavlova pavlovic pavon pawlak pawlowski paya payan payeras
  payes payne paz pazmino pazo pazos pearce pearson pecina pedersen pedraza pedreira pedrero pedroche pedrola pedros pedrosa pedrouzo pedruzo peeters
  pego peinado peiro peixoto pejoan pelaez pelayo pelegri pelegrin pellegrini pellegrino pellicer pena penades penaloza penalver penaranda penas pendas
  penelas peng penide penya peon peracaula peral perales peralta perarnau peraza perdigon perdomo perea pereda peregrin pereira pereiras pereiro perejon
  perello perera peres peret pereyra perez pericas peris perise perkins permanyer pernas pernia perona perpina perpinya perrin perry persson pertusa
  perurena perxas pessoa pestana petcu peters petersen petit petre petrea petrenko petrescu petrica petriz petrosyan petrov petrova petrovic pettersson
  peyri pfeiffer pham phan philippe phillips pi picallo picanco picard picazo pichardo pico picon picornell picos piedra piera pierre pietrzak pilco
  pillai pimenta pimentel pina pinar pinargote pinazo pineda pineiro pinera pinero pinheiro pinho pinilla pino pinol pinos pintado pintea pinto pintos
  pinyol pinzon piotrowski pique piquer piqueras piquero piras pires pirvu pirvulescu pita pitarch piza pizarro pla plana planas planella planellas
  planells planes plans plasencia plata platero plaza plazaola plazas plesa plo pocovi pocurull pohl pokorny pol polanco poley polishchuk polo polvillo
  polyakov pomar pomares pombo ponce ponferrada ponomarenko ponomaryov pons ponsa ponseti ponte pontes pop popa popescu popov popova porca porcar porcel
  porquet porras porrino porta portas portela portell portella porter portero portillo porto porxas posada pose pospisil posso postigo potter pou pous
  pousa pousada povedano powell pozo pozuelo prada pradas pradera prades prado prados prat prates prats pravia preda prego presa presas prevost price
  pricop prieto prim prior prochazka prodan prol puchades puchol puelles puente puentes pueo puerta puertas puerto puertolas pueyo puga puig puigcerver
  puigdemont puigdollers puigdomenech puiggros puigpelat puigserver puigvert puiu pujadas pujades pujals pujana pujol pujolar pujolas pujols pulgar
  pulgarin pulido pumarada puyo qasim qian qin qiu quaye queijo queipo queiro queiros queiroz quelle quera queralt queralto quero querol quesada
  quetglas quevedo quezada quijada quijano quiles quimbayo quincoces quinde quindimil quinn quinones quinonez quintana quintanilla quintas quinteiro
  quintela quintero quiroga quiros quishpe quispe quito qureshi rabadan rabanal rabasa rabassa rachidi radu radulescu rafart rafecas rafiq ragull rahal
  rahali rahman rahmani rai raich raja rajoy rama ramal ramalho ramallo ramdani rami ramil ramilo ramirez ramis ramon ramoneda ramonet ramos ramudo rana
  ranal rancel rangel ranz rao raposo rapun rasero rasmussen rato ravelo raventos ray raya raza razzouk rdguez read real reboiras rebollar rebollo
  rebolo reboredo rebull recalde recarey recasens reche recio recolons recuero reddy redondo redruello reed regueiro reguera rehman rei reid reig
  reigosa reina reino reinoso reiriz reis reixach reixachs reizabal rekalde rellan remache rementeria remon ren renard renau renaud renault rendon
  rengifo renom reparaz repiso repullo requeijo requejo requena requesens resende restrepo retamal retamar retamero retolaza reus revert reverter reves
  revilla revuelta rexach rey reyero reyes reynes reynolds reynoso rezabal rezende rezola rguez rial riano riaz ribadeneira ribadulla ribas ribe ribeiro
  ribera ribes ribo ribot ricart ricarte ricci rice richards richardson richter rico riera rierola riestra riffi rifi rigau rigo rigol riley rinaldi
  rincon rio riobo rioboo riofrio rioja riojas rios ripoll ripolles riquelme risco risueno riu riudor rius riutort riva rivares rivas riveiro rivera
  rivero riveros riviere rizo rizzi rizzo roa robaina robayo robert roberts robertson robin robinson roble robledano robledillo robledo robles roca
  rocabert rocafort rocamora roces rocha roche rocio roda rodado rodal rodas rodeiro rodenas rodero rodino rodo rodrigo rodrigues rodriguez roger rogers
  roig rois roitegui rojals rojano rojas rojo rolando roldan rolland rolon roma romacho romagosa romaguera romai roman romani romaniuk romano romanov
  romanova romar romaris romay romeo romera romeral romero romeu ronda rondo ropero roque ros rosado rosales rosas rose rosell rosello rosende roser
  roses roset rosich rosillo rosique roso ross rossell rossello rossetti rossi rosu rotariu rotaru rotger roth roura roure rourera roures rousseau
  roussel roux rovellat rovira rovirosa rowe roy royo royuela roza rozas rua ruano rubiales rubies rubin rubino rubio rudenko rueda rufat rufo rugero
  ruggiero ruhi ruilova ruiz rull rus ruscalleda russell russo rusu rute rutkowski ruzicka ryabov ryan sa saa saadi saavedra sabalza sabariego sabata
  sabate sabater sabe sabino sabio sabir sabogal saborido sabri sabria sacramento sacristan sadurni saeed saenz saez safont sagarduy sagarna sagarra
  sagarzazu sagasta sagasti sagastibelza sagastizabal sagastume sagna sagra sagredo sagrera sagrista saho sahota sahuquillo saidi saidy saini sainz
  saitua saiz saizar sala salaberri salaberria salabert salado salah salajan salama salamanca salamero salas salat salaverria salazar salcedo saldana
  saldanha saldarriaga saldise saleem salegi salegui saleh salellas salem sales salgado salgueiro salgueiros salguero salhi salido salinas sallent
  salles salmeron salmi salom salterain saltos salva salvado salvador salvany salvat salvatierra samaniego samateh sambade sambou samitier sampaio
  sampedro samper sampietro sampol samso samudio sanabria sanagustin sanahuja sanchez sanchis sanchiz sancho sanchoyarto sanclemente sancliment sande
  sanders sandhu sandin sandoval sandu sane sanguino sani sanin sanisidro sanjose sanjuan sanmarti sanmartin sanna sanneh sanroman sans sansa sansano
  sansinenea santacana santacreu santacruz santaella santafe santamans santamaria santamarina santana santanach santander santandreu santaolalla
  santasmarinas santcreus santesmases santesteban santiago santillan santillana santiso santo santolaria santolaya santome santonja santoro santos
  santxo sanz saorin sapena saperas sar sarabia saraiva saralegi saralegui sarango saras sarasa sarasketa sarasola sarasqueta sarasua saratxaga sarda
  sardina sargsyan sariego sarinena sarkar sarker sarmiento sarr sarra sarrasqueta sarria sarriegi sarriegui sarroca sartori sarvise saseta sasiain
  sasieta sasot sastre sato satrustegi satrustegui sauce sauer saumell saunders saura sauret sauri saurina sausor sava savall savchenko savu sayago
  sayegh sbai schaefer schafer schmid schmidt schmitt schmitz schneider scholz schreiber schroder schroeder schubert schulte schulz schulze schumacher
  schuster schwarz scott seabra seara sebastia sebastian seck seco sedano sedeno sedlak sefrioui segarra segovia segui segundo segura segurajauregui
  segurola seidel seijas seijo seisdedos sellares selles selva semenenko semenov semenova semper sempere sen senande senar sendra sendros senent
  senosiain senperena senra senserrich senti seoane sepulveda sequeira serantes serban sergeev serghini serna serra serradell serradilla serrahima
  serrallonga serramia serrano serrao serrat serratosa servera servet sesay sese sesto setien seto severo sevilla sevillano shah shaheen shahzad shaikh
  shang shao sharma sharp shaw shcherbak shehu sheikh shen shepherd shevchenko shevchuk shi shrestha sicart sicilia sidhu sidibe sieira sieiro sierra
  sieso sikder sikora siles sillah silva silveira silvestre silvestri sima simarro simbana simeonov simeonova simion simmons simo simoes simon simpson
  sinclair singh singhateh sintes sipan siqueira sirbu sirera sirvent sissoko slaoui slater slimani smirnov smirnova smit smith soares sobolev sobrado
  sobral sobrino socas socias socorro sokolov sokolova sol sola solabarrieta solaberrieta solana solanas solanellas solanes solano solans solares
  soldado soldevila soldevilla sole soler solera solervicens soley soliguer solino solis soliva soloaga soloeta sologuren solorzano solovyov solozabal
  sommer somoza song sonko sopelana sopena soraluce soraluze sorarrain sordo sorensen sorescu soria soriano soro soroa sorokin sorolla sorrentino
  sorribas sorribes sosa sotelo soteras sotillo soto sotomayor sotos souma soumah soumare sousa soussi souto soutullo souza sow spencer stan stanciu
  stanescu stefan stefanescu stein stepanov stephens stephenson stepien stevens stevenson stewart stoian stoica stojanovic stone stoyanov stoyanova
  suarez suazo subias subira subirana subirats subiros suciu sudupe sueiro suero suevos sugranyes sukia suleiman sullivan sun sune suner sunye sunyer
  suquilanda surdu sureda surroca susin susso sustacha sustatxa sutherland sutton suzuki svensson svoboda sy sydorenko syed sylla szabo szekely szewczyk
  szymanska szymanski tabares tabernero taboada tabuenca tacoronte tagua taha tahan tahiri taibi tajuelo takahashi talavera talbi talukder tamang tamas
  tamayo tambedou tan tanaka tanasa tanase tandazo tang tao tapia tapias tarasov tarin tariq tarrago tarrats tarrega tarres tarrio tarruella tasies
  tataru tato tavares tavio taylor tazi teba tebar tebbaa teijeiro teijido teixeira teixido tejada tejeda tejedera tejedor tejera tejero tejon teles
  tellechea telleria telleriarte telletxea tellez tello temes temprano tena teno tenorio teodorescu terceiro tercero ternero terol terrades terradillos
  terrassa terres terricabras terron teruel testa tetteh thapa thiam thio thomas thompson tian tiganus tigrero timofte tinoco tirado titov titova tizon
  tkachenko tkachuk toader toba tobajas tobar tobaruela tobon todorov todorova toja tojeiro toldra toledano toledo tolentino tolon tolosa tolra toma
  tomas tomaszewski tome tomey tomillo torcal tordera tordesillas toribio tormo torner tornero toro torra torrado torralba torralbo torrano torras torre
  torrealdai torrealday torrecilla torrecillas torregrosa torrejon torrell torrella torrelles torrens torrent torrente torrents torrero torres torrico
  torrijos torrontegui torrubia tort tortajada tortella tortosa toscano tost tostado toth totorika touil toumi tounkara toural touray toure tourino
  touris tous touzani tovar trallero tran trandafir traore trapero trasancos traseira traver traveset travieso trejo trenado tresaco triana trias
  tribaldos trif trifan trigo triguero trigueros trilla trillas trillo trindade trinidad troncoso troya troyano trujillano trujillo trullas trullols
  truyol tsiklauri tsvetanov tsvetanova tsvetkov tubau tubio tucker tudela tudor tudose tuero tuneu tunkara tunon tupiza tur turcan turcu turnbull
  turner turon turpin turrion turull txurruka tyler tymoshenko ubach ubarrechena ubeda ubera ubieto ubillos uche uddin ufano ugalde ugaldea ugarte
  ugartechea ugartemendia uhalde ulacia ulazia ulibarri ulla ullah ulloa ullod umbria umeh umpierrez unamuno unamunzaga unanue unda undabarrena
  undabeitia undiano ungureanu unzaga unzalu unzueta unzurrunzaga urain uralde uranga urbano urbieta urbina urbistondo urbizu urcelay urcola
  urdampilleta urdaneta urdangarin urdiales urena uresandi ureta urgoitia uria uriarte uribarren uribarri uribe uribeetxebarria uribelarrea urieta
  uriguen uriona urionabarrenechea uriondo uriz urizar urkia urkiaga urkidi urkijo urkiola urkiza urkizu urmeneta uroz urpi urquia urquijo urquiola
  urquiza urquizu urra urrecha urrego urrestarazu urresti urretabizkaia urretavizcaya urroz urruti urrutia urruticoechea urrutikoetxea urruzola ursu
  urtaran urtasun urteaga urtiaga urtubia urzay urzelai usabiaga usandizaga usategui usero usieto uson ustariz ustarroz usuga utset uzal uzcudun uzkudun
  vaamonde vacas vaduva vaello vaida val valadares valbuena valcarcel valdeolivas valdera valderas valderrama valdes valdez valdivia valdivieso valeiras
  valencia valent valente valentin valentini valenzuela valera valero valeros valido valiente valina valino vall valladares valladolid vallbona
  vallcorba valle vallecillo vallecillos vallejo vallejos valles vallespi vallespin vallespir vallina vallribera valls vallve vallverdu valor valtierra
  valverde vanderberg vaque vaquer vaquerizo vaquero vaques vara varas varea varela varelas varga vargas varo varona vasco vasconcelos vasile vasilescu
  vasilev vasileva vasiliu vasilyev vasquez vasseur vasylenko vaughan vaz vazques vazquez vecino vega vegas veiga vela velarde velasco velasquez
  velazquez velez velicu velilla veloso vendrell venegas ventayol venteo ventoso ventura vera verd verdaguer verde verdeguer verdejo verdes verdu
  verdugo veres vergara verger verges verma vermeulen vernet verona vesely viade viader viana vicandi vicario vicens vicente vich vico vicuna vidal
  vidarte vieira vieites vieitez viejo viera vieru vigara vigil vigo vila vilaboa vilacoba viladecans viladevall viladomat vilafranca vilageliu
  vilagrasa vilallonga vilalta vilanova vilaplana vilar vilardell vilarino vilaro vilarrasa vilarrubia vilarrubias vilas vilasanchez vilaseca vilches
  vilchez vildosola vilela vilella viles villa villabona villabrille villacampa villacis villacres villaescusa villafuerte villagomez villagrasa
  villalba villalobos villalon villalonga villalta villamar villamayor villamil villamor villanova villanueva villaplana villar villarejo villares
  villarreal villarroel villarroya villarrubia villasanti villatoro villaverde villavicencio villegas villela villen villena vinaixa vinals vinao vinas
  vincent vinent vinogradov vinolas vintila vinuales vinue vinuela vinyals vinyes vinyoles vioque viqueira virgili virseda virtanen visan viso vispe
  visser vitale vitales vitali viteri viturro viu vivancos vivas vives vivo vizcaino vizuete vlad vladu vlaicu vo vogel vogt voicu voigt voinea volkov
  volkova vorobyov vos vu wagner wague wahabi walczak walker wallace walsh walter walters wan wang ward warraich warren watanabe watkins watson watts
  weaver webb weber webster wei weiss wells wen west wheeler white wieczorek wilkinson willems williams williamson willis wilson winkler winter
  wisniewska wisniewski witkowski wojciechowski wojcik wolf wolfe wolff wood woods wouters wozniak wright wrobel wroblewski wu xabier xampeny xavier xia
  xiang xiao xicola xie xifra xifre ximenis xirau xu xucla xue yaben yacoubi yadav yague yahyaoui yakovlev yamada yamamoto yanes yanez yang yaniz yanza
  yao yarnoz yarritu yarza yarzabal yassin yates yattara ye yebenes yelamos yepes yepez yeregui yern yin ymaz yoon yordanov yordanova yoshida younes
  young yousaf yousfi yriondo ysasi yu yuan yucra yupanqui yurchenko yurramendi yurrebaso yurrita yus yuste zabala zabalegi zabaleta zabalgoitia
  zabaljauregui zabalo zabalza zabarte zafra zafrilla zaharia zahraoui zaidane zaidi zaim zajac zakharchenko zakharov zalacain zalbide zaldibar zaldivar
  zaldua zalduegui zaldunbide zalewski zallo zamakona zaman zamarreno zamarripa zamarro zamboray zambrano zameza zamfir zamfirescu zamora zamorano
  zamudio zapata zapatero zapiain zapico zapirain zaplana zaragoza zarandona zarate zaratiegui zarauz zarauza zarco zarrabeitia zarraga zarrouk zarza
  zarzosa zarzuela zas zatarain zatica zavala zayas zaytsev zearra zearreta zeberio zein zelaia zelaieta zelaya zenarruzabeitia zendoia zeng
  zengotitabengoa zeroual zerpa zestona zhang zhao zheng zhong zhou zhu zhukov zhuravlev ziani ziarreta ziarsolo zidane ziegler zielinska zielinski
  zimmermann zinkunegi zoko zorita zorriketa zorrilla zorrozua zouaoui zouhri zuaznabar zuazo zuazua zuazubizkar zubeldia zubero zubia zubiaga zubialde
  zubiaur zubiaurre zubicaray zubieta zubillaga zubimendi zubiri zubiria zubizarreta zudaire zueco zufiaurre zugasti zugaza zugazaga zulaica zulaika
  zuleta zuloaga zuluaga zulueta zumalabe zumalacarregui zumalakarregi zumaquero zumaran zumarraga zumeta zuniga zunzunegui zurbano zurdo zurimendi
  zurita zurutuza
`;
